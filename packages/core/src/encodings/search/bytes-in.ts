import { createDecodingStream } from '../decoding-stream.ts'
import { createEncoding } from '../list.ts'
import { ENOUGH_COMPRESSED, ENOUGH_UTF16 } from './constants.ts'
import type { EncodingLook } from './encoding-look.ts'

/** Bytes that are a text once more, compressed or in UTF-16, and what comes out of as many as are known. */
export interface BytesIn {
  readonly name: string
  /** Nothing where the beginning alone is known: tables come first. */
  readonly content: string
}

/** The bytes that compressed text begins with. Of zlib's, those with a window of 32 KB, which all writers use. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  gzip: ['\u001f\u008b\u0008'],
  zlib: ['x\u0001', 'x\u005e', 'x\u009c', 'x\u00da'],
}

/** The text that is in bytes that are encoded, where they are read as such without a fault. */
export const bytesIn = (
  { name: outer }: EncodingLook,
  text: string,
  isWhole: boolean,
): BytesIn | undefined => {
  const encoding = createEncoding(outer)
  if (encoding.carries !== 'bytes') return undefined
  const decoding = createDecodingStream(encoding, undefined, { asBytes: true })
  const bytes = decoding.push(text) + (isWhole ? decoding.flush() : '')
  const name = utf16In(bytes, isWhole) ?? compressionOf(bytes, isWhole)
  if (name === undefined) return undefined
  const inner = createDecodingStream(createEncoding(name))
  const content = inner.push(bytes) + (isWhole ? inner.flush() : '')
  return inner.fault ? undefined : { name, content }
}

const compressionOf = (bytes: string, isWhole: boolean): string | undefined => {
  if (bytes.length < ENOUGH_COMPRESSED && !isWhole) return undefined
  return Object.keys(beginnings).find((one) => beginnings[one].some((given) => bytes.startsWith(given)))
}

/** The order of the bytes of UTF-16: every second one is 0 in text of Latin letters. */
const utf16In = (bytes: string, isWhole: boolean): string | undefined => {
  if (bytes.length < ENOUGH_UTF16 || (isWhole && bytes.length % 2 === 1)) return undefined
  const zeros = [0, 0]
  const from = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(bytes) ? 2 : 0
  for (let i = from; i < bytes.length; i++) if (bytes[i] === '\u0000') zeros[i % 2]++
  const half = (bytes.length - from) >> 1
  if (zeros[1] >= half && zeros[0] === 0) return 'utf16le'
  return zeros[0] >= half && zeros[1] === 0 ? 'utf16be' : undefined
}
