import type { Alphabet } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Cipher } from './cipher.ts'
import { substitute } from './substitution.ts'

/** The key of a cipher that has none. */
export type NoKey = Record<string, never>

/** How the key of a cipher that has none is written. */
const WRITTEN = 'none'

/** A cipher without a key whose two directions are the same: each letter is written as that at its place in `places`. */
export const createKeylessCipher = (
  name: string,
  alphabet: Alphabet,
  places: readonly number[],
): Cipher<NoKey> => {
  const keyHint = `${WRITTEN}: ${name} has no key`
  const turn = (text: string): string => substitute(text, alphabet, places)
  return {
    name,
    alphabet,
    keyHint,
    encrypt: turn,
    decrypt: turn,
    generateKey: () => ({}),
    parseKey(text) {
      if (['', WRITTEN].includes(text.trim().toLowerCase())) return {}
      throw new InvalidOptionError('key', text, keyHint)
    },
    formatKey: () => WRITTEN,
  }
}
