import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { createEncodingStream, encodings } from '@runnel/core/encodings'

/** UTF-16 units of a chunk. */
const CHUNK = 65_536

/** Encodings that hold their text until its end, and so have bounds. */
export const BOUNDED: readonly string[] = ['reversed', 'base58']

/** Encodings that write letters and spaces alone. */
const OF_LETTERS = /^(?:morse|a1z26|a0z25|polybius|tap|bacon|braille|nato|multi-tap)/

/**
 * Text of about so many bytes in an encoding, in chunks: what is compressed as other programs write it, and each e as é where
 * letters of ASCII alone would be no names to read.
 */
export const sampleIn = (name: string, text: string, bytes: number): string[] => {
  const given = OF_LETTERS.test(name)
    ? text.replace(/[^A-Za-z]+/g, ' ')
    : text
        .replace(/[^\n -~]/g, '')
        .replaceAll('\n\n', '\n')
        .replaceAll('e', name === 'punycode' ? 'é' : 'e')
  const encoding = encodings[name]()
  if (encoding.signs === 'bytes' && !name.startsWith('utf16')) return chunksOf(compressed(name, given, bytes))
  const stream = createEncodingStream(encoding, undefined, { asBytes: encoding.signs === 'bytes' })
  let written = ''
  while (written.length < bytes) written += stream.push(given.slice(0, CHUNK))
  return chunksOf(written + stream.flush())
}

/** As zlib compresses prose. */
const compressed = (name: string, text: string, bytes: number): string => {
  const whole = text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes)
  const write = { gzip: gzipSync, zlib: deflateSync, deflate: deflateRawSync }[name]
  if (!write) throw new Error(`nothing here writes ${name}`)
  return write(whole).toString('latin1')
}

const chunksOf = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, i) => text.slice(i * CHUNK, (i + 1) * CHUNK))
