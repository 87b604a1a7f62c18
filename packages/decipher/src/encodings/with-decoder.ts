import type { Decipherer } from '../decipherer.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import { plainSession } from '../session/stepped-session.ts'
import type { Decoder } from './decoding.ts'
import { DecodingSession } from './decoding-session.ts'

/** The same decipherer, for text whose encodings are taken off first. */
export const withDecoder = (decipherer: Decipherer, decoder: Decoder): Decipherer =>
  Object.freeze({
    ...decipherer,
    createSession(snapshot?: Uint8Array | ArrayBuffer): DecipherSession {
      return plainSession(new DecodingSession(decipherer, decoder, snapshot))
    },
  })
