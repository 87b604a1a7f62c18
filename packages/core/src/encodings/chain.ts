import { InvalidOptionError } from '../errors.ts'
import { MOST_ENCODINGS } from './constants.ts'
import { createDecodingStream, type DecodingOptions } from './decoding-stream.ts'
import type { Encoding } from './encoding.ts'
import { createEncoding } from './list.ts'
import type { TextStream } from './text-stream.ts'

/**
 * Encodings one inside the other, outermost first, as people write them.
 *
 * @throws InvalidOptionError when a name is none, or there are more than 8
 * @example
 * import { parseEncodings } from '@runnel/core/encodings'
 * parseEncodings('base64 > hex').map(({ name }) => name) // ['base64', 'hex']
 */
export const parseEncodings = (text: string): Encoding[] => {
  const names = text.split('>').map((name) => name.trim())
  if (names.length > MOST_ENCODINGS) {
    throw new InvalidOptionError(
      'encoding',
      text,
      `at most ${MOST_ENCODINGS} encodings, one inside the other`,
    )
  }
  return names.map(createEncoding)
}

/** Names of encodings one inside the other, as `parseEncodings` reads them. */
export const encodingsInWords = (encodings: readonly Encoding[]): string =>
  encodings.map(({ name }) => name).join(' > ')

/**
 * Decodes encodings one inside the other, outermost first, or goes on from what `save` gave. The options are those of the
 * innermost.
 *
 * @throws InvalidOptionError on a state that is none of these
 * @example
 * import { createDecodingChain, parseEncodings } from '@runnel/core/encodings'
 * const stream = createDecodingChain(parseEncodings('base64 > hex'))
 * stream.push('NDg2OQ==') + stream.flush() // 'Hi'
 */
export const createDecodingChain = (
  encodings: readonly Encoding[],
  saved?: Int32Array,
  options?: DecodingOptions,
): TextStream => {
  let at = 0
  const streams = encodings.map((encoding, i) => {
    const own = saved?.subarray(at + 1, at + 1 + saved[at])
    at += 1 + (own?.length ?? 0)
    const asBytes = { asBytes: encodings[i + 1]?.signs === 'bytes' }
    return createDecodingStream(encoding, own, i === encodings.length - 1 ? options : asBytes)
  })
  return {
    push: (chunk) => streams.reduce((text, stream) => stream.push(text), chunk),
    flush: () => streams.reduce((text, stream) => stream.push(text) + stream.flush(), ''),
    get fault() {
      return streams.find(({ fault }) => fault)?.fault
    },
    save() {
      const parts = streams.map((stream) => stream.save())
      return Int32Array.from(parts.flatMap((part) => [part.length, ...part]))
    },
  }
}
