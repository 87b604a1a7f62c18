import { createEncodingStream, parseEncodings } from '@runnel/core/encodings'

/** A text in encodings, the outermost named first: `base64 > hex`. */
export const encodedText = (chain: string, text: string): string =>
  parseEncodings(chain).reduceRight((inner, encoding, i, all) => {
    const stream = createEncodingStream(encoding, undefined, { asBytes: all[i + 1]?.signs === 'bytes' })
    return stream.push(inner) + stream.flush()
  }, text)
