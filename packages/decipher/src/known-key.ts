import type { Cipher, CipherKey } from '@runnel/core'
import type { Inference } from './inference.ts'

/** Decryption under a key that is known: nothing to infer, every letter is final at once. */
export const createKnownKey = <Key extends CipherKey>(cipher: Cipher<Key>, key: Key): Inference => {
  const belief = { cipher: cipher.name, key, probability: 1 }
  return {
    fingerprint: `cipher ${cipher.name}, key ${cipher.formatKey(key)}, alphabet ${cipher.alphabet.letters}`,
    alphabet: cipher.alphabet,
    createStream: () => ({
      read: (text, start) => [
        ...(start === 0 ? [{ type: 'key' as const, start, ...belief }] : []),
        { type: 'final', start, text: cipher.decrypt(text, key) },
      ],
      finish: () => [],
      belief: () => belief,
      save: () => new Uint8Array(0),
    }),
  }
}
