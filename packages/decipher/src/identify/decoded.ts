import {
  CodingStream,
  createAscii85,
  createBacon,
  createBacon26,
  createBase32,
  createBase64,
  createBase64Url,
  createBinary,
  createHex,
  createLetterNumbers,
  createMorse,
  createPolybius,
  createZ85,
  type Encoding,
} from '@runnel/core/encodings'
import { FITTED } from './constants.ts'

/** Name of an encoding that is told apart from others. */
export type Code =
  | 'binary'
  | 'bacon'
  | 'bacon26'
  | 'morse'
  | 'polybius'
  | 'a1z26'
  | 'hex'
  | 'base32'
  | 'base64'
  | 'base64url'
  | 'ascii85'
  | 'z85'

/** Makes each of them, the narrowest first: text in one may be in a later one too. */
const ENCODINGS: Readonly<Record<Code, () => Encoding>> = {
  binary: createBinary,
  bacon: createBacon,
  bacon26: createBacon26,
  morse: createMorse,
  polybius: createPolybius,
  a1z26: createLetterNumbers,
  hex: createHex,
  base32: createBase32,
  base64: createBase64,
  base64url: createBase64Url,
  ascii85: createAscii85,
  z85: createZ85,
}

/** Bytes, or letters, that a text has in an encoding. */
export interface Decoded {
  readonly code: Code
  readonly bytes: Uint8Array
}

/** The names of these encodings, the narrowest first. */
export const codes = (): readonly Code[] => Object.keys(ENCODINGS) as Code[]

/** The encodings that a text may be in, going by its beginning, with that beginning decoded. */
export const decodedBy = (text: string): readonly Decoded[] =>
  codes().flatMap((code) => {
    const encoding = ENCODINGS[code]()
    const stream = new CodingStream(encoding, 'decode')
    stream.take(text)
    if (stream.fault) return []
    const { output } = stream
    const bytes =
      encoding.carries === 'bytes' ? output.takeBytes() : new TextEncoder().encode(output.takeText())
    return bytes.length === 0 ? [] : [{ code, bytes: bytes.slice(0, FITTED) }]
  })
