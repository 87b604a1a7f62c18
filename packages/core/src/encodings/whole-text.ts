import { createDecodingStream } from './decoding-stream.ts'
import type { Encoding } from './encoding.ts'
import { createEncodingStream } from './encoding-stream.ts'
import type { TextStream } from './text-stream.ts'

/**
 * Encodes a whole text.
 *
 * @throws EncodingError on a text that cannot be written in it
 * @example
 * import { createBacon, encodeText } from '@runnel/core/encodings'
 * encodeText(createBacon(), 'ad') // 'AAAAA AAABB'
 */
export const encodeText = (encoding: Encoding, text: string): string =>
  wholeOf(createEncodingStream(encoding), text)

/**
 * Decodes a whole text.
 *
 * @throws EncodingError on a text that is not in this encoding
 * @example
 * import { createHex, decodeText } from '@runnel/core/encodings'
 * decodeText(createHex(), '66 6F 6F') // 'foo'
 */
export const decodeText = (encoding: Encoding, text: string): string =>
  wholeOf(createDecodingStream(encoding), text)

const wholeOf = (stream: TextStream, text: string): string => {
  const whole = stream.push(text) + stream.flush()
  if (stream.fault) throw stream.fault
  return whole
}
