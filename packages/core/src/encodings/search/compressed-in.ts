import { createDecodingStream } from '../decoding-stream.ts'
import { createEncoding } from '../list.ts'
import { ENOUGH_COMPRESSED } from './constants.ts'
import type { EncodingLook } from './looks.ts'

/** A compressed text, and what comes out of as much of it as is known. */
export interface Compressed {
  readonly name: string
  /** Nothing where the beginning alone is known: tables come first. */
  readonly content: string
}

/** The bytes that such a text begins with. Of zlib's, those with a window of 32 KB, which all writers use. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  gzip: ['\u001f\u008b\u0008'],
  zlib: ['x\u0001', 'x\u005e', 'x\u009c', 'x\u00da'],
}

/** What is compressed in bytes that are encoded, where they are read as such without a fault. */
export const compressedIn = (
  { name: outer }: EncodingLook,
  text: string,
  isWhole: boolean,
): Compressed | undefined => {
  const encoding = createEncoding(outer)
  if (encoding.carries !== 'bytes') return undefined
  const decoding = createDecodingStream(encoding, undefined, { asBytes: true })
  const bytes = decoding.push(text) + (isWhole ? decoding.flush() : '')
  if (bytes.length < ENOUGH_COMPRESSED && !isWhole) return undefined
  const name = Object.keys(beginnings).find((one) => beginnings[one].some((given) => bytes.startsWith(given)))
  if (name === undefined) return undefined
  const inflating = createDecodingStream(createEncoding(name))
  const content = inflating.push(bytes) + (isWhole ? inflating.flush() : '')
  return inflating.fault ? undefined : { name, content }
}
