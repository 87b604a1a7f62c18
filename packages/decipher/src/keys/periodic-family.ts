import type { Alphabet, Cipher } from '@runnel/core'
import type { ProgressiveKey } from '@runnel/core/ciphers'
import { createGrowingKeys, type GrowingKeys } from './growing-keys.ts'

/** The text whose letters follow a primer, for a cipher that has one. */
export type Follows = 'plaintext' | 'ciphertext'

/**
 * Keys of any period: a value for each place of the period, taken in turn, each of which reads letters by a row of its
 * own. After the first period an autokey takes letters of the text for values.
 */
export interface PeriodicFamily {
  readonly name: string
  readonly alphabet: Alphabet
  /** A character for each value, as keys are written. */
  readonly values: string
  /** The plaintext letter of each letter under each value, `[values, letters]`, as indices in the alphabet. */
  readonly rows: Uint8Array
  readonly follows?: Follows | undefined
  /** Keys that are tried beside all others, or alone. */
  readonly growing: GrowingKeys | undefined
  /** Whether its letters are bytes: spaces and signs are letters too. */
  readonly isBytes: boolean
  /** A key as people write it. */
  spell(key: ArrayLike<number>): string
  /** The value that a capital letter of a key stands for, or -1 where keys are not of letters. */
  letterValue(letter: string): number
}

/** A cipher whose keys are words, its values, and the text that follows a primer, if it has one. */
export interface PeriodicCipher {
  readonly cipher: Cipher<{ key: string }>
  /** The characters that keys are made of; of those that read alike, one. */
  readonly values: string
  readonly follows?: Follows | undefined
  /** The cipher whose keys are those with values that grow by a step, if it has a name. */
  readonly growing?: Cipher<ProgressiveKey>
  /** Whether no others are sought. */
  readonly growsAlone?: true
  /** A key as people write it, from its values; their characters in turn unless given. */
  readonly spell?: (key: ArrayLike<number>) => string
}

/** The family of a cipher's keys: its rows are how the cipher reads each letter under a key of one character. */
export const createPeriodicFamily = (keys: PeriodicCipher): PeriodicFamily => {
  const { cipher, values, follows } = keys
  const { name, alphabet } = cipher
  const spell = keys.spell ?? ((key) => Array.from(key, (value) => values[value]).join(''))
  const { size } = alphabet
  const rows = new Uint8Array(values.length * size)
  for (let value = 0; value < values.length; value++) {
    const key = { key: spell([value]) }
    for (let letter = 0; letter < size; letter++) {
      const plaintext = cipher.decrypt(alphabet.letters[letter], key)
      rows[value * size + letter] = alphabet.indexOf(plaintext.charCodeAt(0))
    }
  }
  const isBytes = cipher.carries === 'bytes'
  const letterValue = (letter: string): number => {
    if (isBytes || !/[A-Z]/.test(values)) return -1
    const plaintext = cipher.decrypt(alphabet.letters, { key: letter })
    const row = Array.from(plaintext, (read) => alphabet.indexOf(read.charCodeAt(0)))
    const isRead = (value: number): boolean => row.every((read, at) => rows[value * size + at] === read)
    return Array.from(values, (_, value) => value).findIndex(isRead)
  }
  const ofLetter = new Map<string, number>()
  return {
    name,
    alphabet,
    values,
    rows,
    follows,
    growing: keys.growing && createGrowingKeys(keys.growing, keys.growsAlone ?? false),
    isBytes,
    spell,
    letterValue(letter) {
      const value = ofLetter.get(letter) ?? letterValue(letter)
      ofLetter.set(letter, value)
      return value
    },
  }
}
