import type { Cipher, CipherKey } from '@runnel/core'
import type { Inference } from '../session/inference.ts'
import { createCertainInference } from './certain.ts'

/** Decryption under a key that is known. */
export const createKnownKey = <Key extends CipherKey>(cipher: Cipher<Key>, key: Key): Inference => {
  const { name, alphabet } = cipher
  // A copy of its own: the caller keeps the key, and events hand it out.
  const own = Object.freeze<Key>({ ...key }) as Key
  return createCertainInference(
    `cipher ${name}, key ${cipher.formatKey(own)}, alphabet ${alphabet.letters}`,
    alphabet,
    { cipher: name, key: own, probability: 1 },
    () => ({ read: (text) => cipher.decrypt(text, own), save: () => new Uint8Array(0), free() {} }),
  )
}
