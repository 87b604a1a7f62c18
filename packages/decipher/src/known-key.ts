import type { Cipher, CipherKey } from '@runnel/core'
import type { Inference } from './inference.ts'

/** Decryption under a key that is known: nothing to infer, every letter is final at once. */
export const createKnownKey = <Key extends CipherKey>(cipher: Cipher<Key>, key: Key): Inference => {
  // A copy of its own: the caller keeps the key, and events hand it out.
  const own = Object.freeze<Key>({ ...key }) as Key
  const belief = { cipher: cipher.name, key: own, probability: 1 }
  return {
    fingerprint: `cipher ${cipher.name}, key ${cipher.formatKey(own)}, alphabet ${cipher.alphabet.letters}`,
    alphabet: cipher.alphabet,
    createStream: () => ({
      read: (text, start) => [
        ...(start === 0 ? [{ type: 'key' as const, start, ...belief }] : []),
        { type: 'final', start, text: cipher.decrypt(text, own) },
      ],
      settle: () => [],
      belief: () => belief,
      save: () => new Uint8Array(0),
      free: () => {},
    }),
  }
}
