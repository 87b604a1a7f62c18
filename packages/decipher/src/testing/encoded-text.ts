import { createEncodingStream, parseEncodings } from '@runnel/core/encodings'

/** A text in encodings, the outermost named first: `base64 > hex`. */
export const encodedText = (chain: string, text: string): string =>
  parseEncodings(chain).reduceRight((inner, encoding, i, all) => {
    const stream = createEncodingStream(encoding, undefined, { asBytes: all[i + 1]?.signs === 'bytes' })
    return stream.push(inner) + stream.flush()
  }, text)

/** Encodings that are looked for around a text, alone and one inside the other. */
export const CHAINS = [
  'hex',
  'base64',
  'base32',
  'binary',
  'decimal',
  'octal',
  'base64 > hex > base64',
  'reversed > base64',
  'base64 > gzip',
  'hex > zlib',
  'morse',
  'a1z26',
  'nato',
  'braille',
  'quoted > hex',
  'base64 > utf16le',
] as const
