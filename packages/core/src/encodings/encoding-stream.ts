import { isHighSurrogate } from '../tokenizer.ts'
import { CodingStream } from './coding-stream.ts'
import type { Encoding } from './encoding.ts'
import type { TextStream } from './text-stream.ts'

/** A choice for an encoding that carries bytes. */
export interface EncodingOptions {
  /** Whether each UTF-16 unit is a byte already; they are written as UTF-8 unless that is said. */
  readonly asBytes?: boolean
}

/**
 * Encodes a stream of text, or goes on from what `save` gave. What encodes bytes gets those of UTF-8.
 *
 * @throws InvalidOptionError on a state that is none of this encoding
 * @example
 * import { createEncodingStream, createMorse } from '@runnel/core/encodings'
 * const stream = createEncodingStream(createMorse())
 * stream.push('SO') + stream.push('S') + stream.flush() // '... --- ...'
 */
export const createEncodingStream = (
  encoding: Encoding,
  saved?: Int32Array,
  { asBytes = false }: EncodingOptions = {},
): TextStream => {
  const coding = new CodingStream(encoding, 'encode', saved?.subarray(1))
  const utf8 = encoding.carries === 'bytes' && !asBytes ? new TextEncoder() : undefined
  /** First half of a surrogate pair, whose second has not come yet. */
  let half = saved?.[0] ? String.fromCharCode(saved[0]) : ''
  return {
    push(chunk) {
      const text = half + chunk
      half = utf8 && isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.slice(-1) : ''
      const whole = half ? text.slice(0, -1) : text
      coding.take(utf8 ? utf8.encode(whole) : whole)
      return coding.output.takeText()
    },
    flush() {
      if (utf8 && half) coding.take(utf8.encode(half))
      half = ''
      coding.end()
      return coding.output.takeText()
    },
    get fault() {
      return coding.fault
    },
    save() {
      const own = coding.save()
      const whole = new Int32Array(1 + own.length)
      whole[0] = half ? half.charCodeAt(0) : 0
      whole.set(own, 1)
      return whole
    },
  }
}
