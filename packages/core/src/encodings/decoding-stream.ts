import { createUtf8Decoder } from '../utf8.ts'
import { CodingStream } from './coding-stream.ts'
import type { Encoding } from './encoding.ts'
import type { TextStream } from './text-stream.ts'

/** Numbers before those of the coding: whether UTF-8 has started, the number of its undecided bytes, and these. */
const HEAD = 5

/** A choice for an encoding that carries bytes. */
export interface DecodingOptions {
  /** Whether they are given as they are, one UTF-16 unit each; they are read as UTF-8 unless that is asked for. */
  readonly asBytes?: boolean
}

/**
 * Decodes a stream of text, or goes on from what `save` gave. Bytes are read as UTF-8. Whatever the chunks, their outputs
 * joined are the same.
 *
 * @throws InvalidOptionError on a state that is none of this encoding
 * @example
 * import { createBase64, createDecodingStream } from '@runnel/core/encodings'
 * const stream = createDecodingStream(createBase64())
 * stream.push('Zm9') + stream.push('v') + stream.flush() // 'foo'
 */
export const createDecodingStream = (
  encoding: Encoding,
  saved?: Int32Array,
  { asBytes = false }: DecodingOptions = {},
): TextStream => {
  const coding = new CodingStream(encoding, 'decode', saved?.subarray(HEAD))
  const { output } = coding
  const [started = 0, count = 0] = saved ?? []
  const pending = Uint8Array.from(saved?.subarray(2, 2 + count) ?? [])
  // Bytes are put out one unit each.
  const isUtf8 = encoding.carries === 'bytes' && !asBytes
  const utf8 = isUtf8 ? createUtf8Decoder({ pending, started: started === 1 }) : undefined
  const taken = (): string => (utf8 ? utf8.push(output.takeBytes()) : output.takeText())
  return {
    push(chunk) {
      coding.take(chunk)
      return taken()
    },
    flush() {
      coding.end()
      return taken() + (utf8?.flush() ?? '')
    },
    get fault() {
      return coding.fault
    },
    save() {
      const own = coding.save()
      const { pending, started } = utf8?.save() ?? { pending: [], started: false }
      const whole = new Int32Array(HEAD + own.length)
      whole.set([started ? 1 : 0, pending.length, ...pending])
      whole.set(own, HEAD)
      return whole
    },
  }
}
