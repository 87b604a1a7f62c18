import { type Cipher, createAffine, createAtbash, createCaesar, LATIN } from '@runnel/core'
import { createVigenere } from '@runnel/core/ciphers'
import { KEY_COSTS, ROT13, VIGENERE } from './constants.ts'
import type { FlagCosts } from './flag-cost.ts'

/** A key that a flag may be written with. */
export interface FlagKey {
  readonly cipher: string
  readonly key: object
  /** Twelfths of a bit. */
  readonly cost: number
  decrypt(text: string): string
}

/** The keys that can be listed and leave braces as they stand; of two that read alike, the first. */
export const listedFlagKeys = (): FlagKey[] => {
  const plain: FlagKey = { cipher: 'plain', key: {}, cost: KEY_COSTS.plain, decrypt: (text) => text }
  return [
    plain,
    ...keysOf(createCaesar(), (key) => (key.shift === 13 ? ROT13 : KEY_COSTS.caesar)),
    ...keysOf(createAtbash(), () => KEY_COSTS.atbash),
    ...keysOf(createAffine(), () => KEY_COSTS.affine),
  ]
}

const keysOf = <Key extends object>(cipher: Cipher<Key>, costOf: (key: Key) => number): FlagKey[] =>
  (cipher.listKeys?.() ?? [])
    .filter((key) => cipher.decrypt(LATIN, key) !== LATIN)
    .map((key) => ({
      cipher: cipher.name,
      key,
      cost: costOf(key),
      decrypt: (text) => cipher.decrypt(text, key),
    }))

/** Key words of Vigenère under which a ciphertext begins with one of some formats. */
export const vigenereFlagKeys = function* (
  ciphertext: string,
  formats: readonly string[],
  { wordCost }: FlagCosts,
): Generator<FlagKey> {
  const cipher = createVigenere()
  for (const format of formats) {
    const beginning = ciphertext.slice(0, format.length)
    if (formOf(beginning) !== formOf(format)) continue
    const shifts = lettersIn(beginning).map((letter, at) => (letter + 26 - lettersIn(format)[at]) % 26)
    const words = Array.from(wordsFrom(shifts), (key) => ({ key, cost: wordCost(key) }))
    for (const { key, cost } of words.sort((a, b) => a.cost - b.cost).slice(0, VIGENERE.keys)) {
      yield {
        cipher: cipher.name,
        key: { key },
        cost: KEY_COSTS.vigenere + cost,
        decrypt: (text) => cipher.decrypt(text, { key }),
      }
    }
  }
}

/** Words that begin with some letters, or are repeated by them. */
function* wordsFrom(shifts: readonly number[]): Generator<string> {
  const word = shifts.map((shift) => LATIN[shift].toUpperCase()).join('')
  for (let period = 2; period <= word.length; period++) {
    if (shifts.every((shift, at) => shift === shifts[at % period])) yield word.slice(0, period)
  }
  yield* extended(word, VIGENERE.open)
}

function* extended(word: string, left: number): Generator<string> {
  if (left === 0) return
  for (const letter of LATIN.toUpperCase()) {
    yield word + letter
    yield* extended(word + letter, left - 1)
  }
}

/** A text with each letter as one of its case: what every key leaves as it is. */
const formOf = (text: string): string => text.replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A')

const lettersIn = (text: string): number[] =>
  Array.from(text.toLowerCase().replace(/[^a-z]/g, ''), (letter) => LATIN.indexOf(letter))
