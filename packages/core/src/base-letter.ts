/** Letters that Unicode does not take apart, each before the Latin letter that it is read as. */
const WHOLE = 'ßsæaœoøołlđdðdþtħhŧtıiƒf'

/** The Greek σ where a word ends, and elsewhere. */
const [FINAL_SIGMA, SIGMA] = [0x3c2, 0x3c3]

/**
 * The Latin or Greek letter that a UTF-16 unit is when its diacritics are left away (é is e, ώ is ω, ς is σ), case kept; any
 * other unit as it is.
 *
 * Letters that Unicode takes apart are read by their first part, the others (ß, ø, ł) by a short list.
 *
 * @example
 * import { baseLetter } from '@runnel/core'
 * String.fromCharCode(baseLetter('É'.charCodeAt(0))) // 'E'
 */
export const baseLetter = (unit: number): number => {
  if (unit === FINAL_SIGMA) return SIGMA
  const isGreek = isExtendedGreek(unit)
  if (!isGreek && !isExtendedLatin(unit)) return unit
  const letter = String.fromCharCode(unit)
  const base = letter.normalize('NFD').charCodeAt(0)
  if (isGreek) return isBasicGreekLetter(base) ? base : unit
  if (isBasicLatinLetter(base)) return base
  const lower = letter.toLowerCase()
  const at = WHOLE.indexOf(lower)
  if (at === -1) return unit
  return WHOLE.charCodeAt(at + 1) - (lower === letter ? 0 : 0x20)
}

/** Whether a UTF-16 unit is a combining diacritical mark (U+0300 to U+036F), part of the letter before it. */
export const isCombiningMark = (unit: number): boolean => unit >= 0x300 && unit <= 0x36f

/** Latin-1 Supplement, Latin Extended-A and -B, Latin Extended Additional. */
const isExtendedLatin = (unit: number): boolean =>
  (unit >= 0xc0 && unit <= 0x24f) || (unit >= 0x1e00 && unit <= 0x1eff)

/** Greek with an accent, and Greek Extended. */
const isExtendedGreek = (unit: number): boolean =>
  (unit >= 0x386 && unit <= 0x3ce) || (unit >= 0x1f00 && unit <= 0x1fff)

const isBasicGreekLetter = (unit: number): boolean => unit >= 0x391 && unit <= 0x3c9

const isBasicLatinLetter = (unit: number): boolean => {
  const lower = unit | 0x20
  return lower >= 0x61 && lower <= 0x7a
}
