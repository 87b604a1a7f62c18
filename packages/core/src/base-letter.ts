/** Letters that Unicode does not take apart, each before the letter that it is read as; σ, so that ς is σ, before itself. */
const WHOLE = 'ßsæaœoøołlđdðdþtħhŧtıiƒfςσσ'

/** The first letter with a diacritic, À. */
const FIRST = 0xc0

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
  if (unit < FIRST) return unit
  const letter = String.fromCharCode(unit)
  const lower = letter.toLowerCase()
  const at = WHOLE.indexOf(lower)
  if (at !== -1) return WHOLE.charCodeAt(at + 1) - (lower === letter ? 0 : 0x20)
  const base = letter.normalize('NFD').charCodeAt(0)
  return isBasicLetter(base) ? base : unit
}

/** Whether a UTF-16 unit is a combining diacritical mark (U+0300 to U+036F), part of the letter before it. */
export const isCombiningMark = (unit: number): boolean => unit >= 0x300 && unit <= 0x36f

/** A to Z, Α to Ω. */
const isBasicLetter = (unit: number): boolean => {
  const lower = unit | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x391 && unit <= 0x3c9)
}
