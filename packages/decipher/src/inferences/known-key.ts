import { type Cipher, createCipherStream } from '@runnel/core'
import { eventKeyOf } from '../keys/event-key.ts'
import type { Inference } from '../session/inference.ts'
import { createCertainInference } from './certain.ts'

/** Decryption under a key that is known. @throws InvalidOptionError when the cipher cannot use it */
export const createKnownKey = <Key>(cipher: Cipher<Key>, key: Key): Inference => {
  const { name, alphabet, carries, phaseLength } = cipher
  // A key of its own: the caller keeps the one given, and events hand out another.
  const own = cipher.parseKey(cipher.formatKey(key))
  return createCertainInference({
    fingerprint: { cipher: name, key: cipher.formatKey(own), alphabet: carries ?? alphabet.letters },
    alphabet,
    carries,
    key: { cipher: name, key: eventKeyOf(key), probability: 1 },
    createReader(saved) {
      const phase = saved?.section('phase')
      const stream = createCipherStream(
        cipher,
        own,
        'decrypt',
        phase && new Int32Array(phaseLength).map(() => phase.int32()),
      )
      return {
        read: (text) => stream.push(text),
        save(sections) {
          const writer = sections.section('phase')
          for (const number of stream.save()) writer.int32(number)
        },
        free() {},
      }
    },
  })
}
