import { CodingStream, createEncoding } from '@runnel/core/encodings'
import { FITTED } from './constants.ts'

/** Encodings that are told apart, the narrowest first: what is written in one may be in a later one too. */
export const CODES = [
  'binary',
  'bacon',
  'bacon26',
  'morse',
  'polybius',
  'a1z26',
  'hex',
  'base32',
  'base64',
  'base64url',
  'ascii85',
  'z85',
] as const

/** Name of such an encoding. */
export type Code = (typeof CODES)[number]

/** Bytes, or letters, that a text has in an encoding. */
export interface Decoded {
  readonly code: Code
  readonly bytes: Uint8Array
}

/** The encodings that a text may be in, going by its beginning, with that beginning decoded. */
export const decodedBy = (text: string): readonly Decoded[] =>
  CODES.flatMap((code) => {
    const stream = new CodingStream(createEncoding(code), 'decode')
    stream.take(text)
    if (stream.fault) return []
    const { output } = stream
    const bytes =
      createEncoding(code).carries === 'bytes'
        ? output.takeBytes()
        : new TextEncoder().encode(output.takeText())
    return bytes.length === 0 ? [] : [{ code, bytes: bytes.slice(0, FITTED) }]
  })
