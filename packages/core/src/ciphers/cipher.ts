import type { CipherDefinition, KeyedCipher } from './cipher-definition.ts'
import type { StreamSource } from './cipher-stream.ts'
import { createSteppingStream } from './stepping-stream.ts'

/**
 * A classical cipher over the letters of an alphabet, with keys of any type.
 *
 * Both directions give one UTF-16 unit for each one read, keep case, and pass whatever is no letter of the alphabet
 * unchanged, unless `writes` says otherwise. A letter may be written otherwise by where it stands: text that arrives in chunks wants
 * `createCipherStream`, which carries the phase from chunk to chunk.
 */
export interface Cipher<Key> extends KeyedCipher<Key>, StreamSource<Key> {
  /**
   * Numbers carried from letter to letter; 0 for a cipher that writes a letter alike wherever it stands, Infinity for
   * one that carries text: all of it, since it moves letters to other places, or a block that waits for its last letter.
   */
  readonly phaseLength: number
  /** Encrypts a whole text. @throws InvalidOptionError on a key of no use */
  encrypt(plaintext: string, key: Key): string
  /** Decrypts a whole text. @throws InvalidOptionError on a key of no use */
  decrypt(ciphertext: string, key: Key): string
}

/**
 * Makes a cipher of its definition.
 *
 * @example
 * import { createAlphabet, defineCipher, InvalidOptionError } from '@runnel/core'
 * const alphabet = createAlphabet('abc')
 * const turn = (_key: string) => (index: number) => 2 - index
 * const mirror = defineCipher<string>({
 *   name: 'mirror', alphabet, keyHint: 'anything', phaseLength: 0, encryptor: turn, decryptor: turn,
 *   generateKey: () => '', parseKey: (text) => text, formatKey: (key) => key,
 * })
 * mirror.encrypt('cab', '') // 'acb'
 */
export const defineCipher = <Key>(definition: CipherDefinition<Key>): Cipher<Key> & CipherDefinition<Key> => {
  const createStream: StreamSource<Key>['createStream'] = (...options) =>
    createSteppingStream(definition, ...options)
  return {
    ...definition,
    createStream,
    encrypt: (plaintext, key) => createStream(key, 'encrypt').push(plaintext),
    decrypt: (ciphertext, key) => createStream(key, 'decrypt').push(ciphertext),
  }
}
