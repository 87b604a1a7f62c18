import type { Alphabet } from '../alphabet.ts'
import type { Random } from '../random.ts'

/**
 * A classical cipher whose key is a plain object, such as `{ shift: 3 }`.
 *
 * Both directions give one UTF-16 unit for each one read, keep case, and pass whatever is no letter of
 * the alphabet unchanged, so text may be cut into chunks anywhere.
 */
export interface Cipher<Key> {
  /** Lower-case name, as used in options, events and URLs. */
  readonly name: string
  /** Which characters are letters. */
  readonly alphabet: Alphabet
  /** What a key looks like, for help texts and error messages. */
  readonly keyHint: string
  encrypt(plaintext: string, key: Key): string
  decrypt(ciphertext: string, key: Key): string
  /** A random key that changes the text. */
  generateKey(random: Random): Key
  /** Reads a key as a person writes it. @throws InvalidOptionError */
  parseKey(text: string): Key
  /** Writes a key so that `parseKey` reads it back. */
  formatKey(key: Key): string
}
