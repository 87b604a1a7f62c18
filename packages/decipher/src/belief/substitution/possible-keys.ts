import type { Alphabet } from '@runnel/core'
import type { NamedKey } from '../../keys/key-family.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { LETTERS, TOLD } from './constants.ts'
import type { SubstitutionSearch } from './search.ts'

/** A sign for a letter of the plaintext that the text has not shown. */
const UNSEEN = '.'

/** A partial key as events tell it: its cipher alphabet, points where a letter is missing. */
export const namedKey = ({ keys, slots }: SubstitutionSearch, key: number, letters: string): NamedKey => {
  const written = new Array<string>(LETTERS).fill(UNSEEN)
  slots.forEach((slot, letter) => {
    if (slot !== -1) written[keys.letterOf(key, slot)] = letters[letter]
  })
  return { cipher: 'substitution', key: Object.freeze({ alphabet: written.join('') }) }
}

/** The likeliest keys that a search holds possible, until next to all weight is told. */
export const possibleKeysOf = (
  search: SubstitutionSearch,
  alphabet: Alphabet,
  weights: Float64Array,
): PossibleKey[] => {
  const { keys } = search
  const order = Array.from({ length: keys.count }, (_, key) => key)
  order.sort((a, b) => keys.costOf(a) - keys.costOf(b) || a - b)
  const all = order.reduce((sum, key) => sum + weights[keys.costOf(key)], 0)
  const told: PossibleKey[] = []
  let left = all
  for (const key of order) {
    if (left <= (1 - TOLD) * all) break
    const weight = weights[keys.costOf(key)]
    left -= weight
    const named = namedKey(search, key, alphabet.letters)
    told.push({ ...named, probability: weight / all, read: (text) => readText(named, alphabet, text) })
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
