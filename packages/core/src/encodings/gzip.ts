import type { Encoding } from './encoding.ts'
import { createCrc32 } from './inflate/checksums.ts'
import { BLOCKS, beginPart, createCompression } from './inflate/compression.ts'
import { BYTES, FLAGS, NUMBER, PART } from './inflate/places.ts'

/* Parts of the head, in their order: ten bytes, then what the flags say. */
const EXTRA_LENGTH = 1
const EXTRA = 2
const NAME = 3
const COMMENT = 4
const HEAD_CHECK = 5

/** The bit of the flags that says that a part is there. */
const FLAG = [0, 4, 4, 8, 16, 2]
const RESERVED = 0xe0
/** Two that tell gzip, and the method: DEFLATE. */
const BEGINNING = [0x1f, 0x8b, 8]
const FIXED_HEAD = 10

/**
 * gzip (RFC 1952), as of a file that was compressed: read in any form, several one after another too; written without any
 * copies, so that it is no shorter. At most 16 MiB come out of it, and 64 KiB and 64 bytes for each that went in.
 *
 * @example
 * import { createDecodingChain, parseEncodings } from '@runnel/core/encodings'
 * const stream = createDecodingChain(parseEncodings('base64 > gzip'))
 * stream.push('H4sIAAAAAAAAA/PILAYAmC5OUQIAAAA=') // 'His'
 */
export const createGzip = (): Encoding => {
  const checksum = createCrc32()
  return createCompression({
    name: 'gzip',
    checksum,
    head: [...BEGINNING, 0, 0, 0, 0, 0, 0, 0xff],
    repeats: true,
    takeHead(byte, state) {
      const at = state[BYTES]++
      if (state[PART] > 0) return takePart(byte, state)
      if (at < 3 && byte !== BEGINNING[at]) return false
      if (at === 3) {
        if ((byte & RESERVED) !== 0) return false
        state[FLAGS] = byte
      }
      if (at === FIXED_HEAD - 1) beginNext(state)
      return true
    },
    tailOf: (state, put) => [...bytesOf(checksum.valueOf(state)), ...bytesOf(put)],
  })
}

/** Lowest byte first. */
const bytesOf = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)

const beginNext = (state: Int32Array): void => {
  let part = state[PART] + 1
  while (part <= HEAD_CHECK && (state[FLAGS] & FLAG[part]) === 0) part++
  beginPart(part <= HEAD_CHECK ? part : BLOCKS, state)
}

const takePart = (byte: number, state: Int32Array): boolean => {
  const part = state[PART]
  const count = state[BYTES]
  if (part === EXTRA_LENGTH) {
    state[NUMBER] |= byte << (8 * (count - 1))
    if (count === 2) {
      const extra = state[NUMBER]
      beginNext(state)
      // An extra part of no bytes is passed over.
      state[NUMBER] = extra
      if (extra === 0) beginNext(state)
    }
  } else if (part === EXTRA) {
    if (count === state[NUMBER]) beginNext(state)
  } else if (part === NAME || part === COMMENT) {
    if (byte === 0) beginNext(state)
  } else if (count === 2) beginNext(state)
  return true
}
