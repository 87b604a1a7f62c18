import type { Alphabet } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import type { LetterStep } from './cipher-definition.ts'

/** The key of a cipher that has none. */
export type NoKey = Record<string, never>

/** The written form of the key of a cipher that has none. */
const WRITTEN = 'none'

/** A cipher without a key whose two directions are the same: each letter is written as that at its place in `places`. */
export const createKeylessCipher = (
  name: string,
  alphabet: Alphabet,
  places: readonly number[],
): Cipher<NoKey> => {
  const keyHint = `${WRITTEN}: ${name} has no key`
  const turn = (): LetterStep => (index) => places[index]
  return defineCipher<NoKey>({
    name,
    alphabet,
    keyHint,
    phaseLength: 0,
    encryptor: turn,
    decryptor: turn,
    listKeys: () => [{}],
    generateKey: () => ({}),
    parseKey(text) {
      if (['', WRITTEN].includes(text.trim().toLowerCase())) return {}
      throw new InvalidOptionError('key', text, keyHint)
    },
    formatKey: () => WRITTEN,
  })
}
