import type { Alphabet } from '@runnel/core'
import type { NamedKey } from '../../keys/key-family.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { TOLD } from './constants.ts'
import type { LetterShares } from './letter-shares.ts'
import type { SubstitutionSearch } from './search.ts'
import type { TextLetters } from './text-letters.ts'

/** A sign for a letter of the plaintext that the text has not shown. */
const UNSEEN = '.'

/** A partial key as events tell it: its cipher alphabet, points where a letter is missing. */
export const namedKey = (
  { keys, slots }: SubstitutionSearch,
  key: number,
  { symbols, alphabet }: TextLetters,
): NamedKey => {
  const written = new Array<string>(alphabet.size).fill(UNSEEN)
  slots.forEach((slot, symbol) => {
    if (slot === -1) return
    const place = alphabet.indexOf(symbols.letters.charCodeAt(keys.letterOf(key, slot)))
    written[place] = symbols.letters[symbol]
  })
  return { cipher: 'substitution', key: Object.freeze({ alphabet: written.join('') }) }
}

/** The likeliest keys that a search holds possible, until next to all weight is told. */
export const possibleKeysOf = (
  search: SubstitutionSearch,
  letters: TextLetters,
  shares: LetterShares,
): PossibleKey[] => {
  const order = Array.from({ length: search.keys.count }, (_, key) => ({
    key,
    probability: shares.shareOfKey(key),
  }))
  order.sort((a, b) => b.probability - a.probability || a.key - b.key)
  const told: PossibleKey[] = []
  let left = 1
  for (const { key, probability } of order) {
    if (left <= 1 - TOLD) break
    left -= probability
    const named = namedKey(search, key, letters)
    told.push({ ...named, probability, read: (text) => readText(named, letters.alphabet, text) })
  }
  return told
}

/** Reads text by a key's cipher alphabet; letters that it lacks stay. */
export const readText = ({ key }: NamedKey, alphabet: Alphabet, text: string): string => {
  const { indexOf, letterAt, letters } = alphabet
  const written = String(key.alphabet)
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at)
    const index = indexOf(unit)
    const read = index === -1 ? -1 : written.indexOf(letters[index])
    return String.fromCharCode(read === -1 ? unit : letterAt(read, unit))
  }).join('')
}
