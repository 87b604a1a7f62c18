import type { Decipherer } from '../decipherer.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { Decoder } from './decoding.ts'
import { DecodingSession } from './decoding-session.ts'

/** The same decipherer, for text whose encodings are taken off first. */
export const withDecoder = (decipherer: Decipherer, decoder: Decoder): Decipherer =>
  Object.freeze({
    ...decipherer,
    createSession(snapshot?: Uint8Array | ArrayBuffer): DecipherSession {
      const session = new DecodingSession(decipherer, decoder, snapshot)
      // A plain object, which others may spread to wrap it.
      return {
        push: (chunk) => session.push(chunk),
        settle: () => session.settle(),
        flush: () => session.flush(),
        snapshot: () => session.snapshot(),
        free: () => session.free(),
      }
    },
  })
