import { createAlphabet, LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { isHighSurrogate, isLowSurrogate } from '../tokenizer.ts'
import type { Cipher } from './cipher.ts'
import type { KeyedCipher } from './cipher-definition.ts'
import { createHoldingStream } from './holding-stream.ts'
import { type PlacesOf, transpose } from './transpose.ts'

/** The part of a key that every transposition has. */
export interface Transposed {
  /**
   * Present where spaces and signs move too, all but line breaks and characters of two UTF-16 units; else letters alone
   * move, each in its case, and all that is no letter stays where it stands.
   */
  readonly over?: 'all'
}

/** The parts of a transposition that only it knows. */
export interface TranspositionDefinition<Key extends object>
  extends Omit<KeyedCipher<Key & Transposed>, 'alphabet' | 'listKeys'> {
  /** Reads a key without its `over`. @throws InvalidOptionError */
  parseKey(text: string): Key
  /** Writes a key without its `over`. @throws InvalidOptionError on a key of no use */
  formatKey(key: Key): string
  /** The order of a text of any length under a key. @throws InvalidOptionError on a key of no use */
  placesOf(key: Key): PlacesOf
}

const SUFFIX = /(?:^|,)\s*all\s*$/i

/** Makes a cipher that moves the letters of a text to other places, and so ends with the text. */
export const defineTransposition = <Key extends object>(
  definition: TranspositionDefinition<Key>,
): Cipher<Key & Transposed> => {
  const { name, placesOf, parseKey, formatKey } = definition
  const alphabet = createAlphabet(LATIN)
  const isLetter = (unit: number): boolean => alphabet.indexOf(unit) !== -1
  const orderOf = (key: Key & Transposed) => {
    if (key.over !== undefined && key.over !== 'all') {
      throw new InvalidOptionError('over', key.over, 'all, or nothing')
    }
    return { placesOf: placesOf(key), moves: key.over ? movesOver : isLetter }
  }
  return {
    ...definition,
    alphabet,
    keyHint: `${definition.keyHint}; with ,all where spaces and signs move too`,
    phaseLength: Number.POSITIVE_INFINITY,
    createStream(key, direction, saved) {
      const order = orderOf(key)
      return createHoldingStream({ name, rewrite: (text) => transpose(text, direction, order) }, saved)
    },
    encrypt: (plaintext, key) => transpose(plaintext, 'encrypt', orderOf(key)),
    decrypt: (ciphertext, key) => transpose(ciphertext, 'decrypt', orderOf(key)),
    parseKey(text) {
      const key = parseKey(text.replace(SUFFIX, ''))
      return SUFFIX.test(text) ? { ...key, over: 'all' } : key
    },
    formatKey(key) {
      orderOf(key)
      return key.over ? `${formatKey(key)},all` : formatKey(key)
    },
  }
}

/** Whether a UTF-16 unit moves where spaces and signs do: a character by itself, and no line break. */
export const movesOver = (unit: number): boolean =>
  !isHighSurrogate(unit) && !isLowSurrogate(unit) && unit !== 0x0a && unit !== 0x0d
