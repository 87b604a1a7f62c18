import type { Encoding } from './encoding.ts'
import { createAdler32, createNoChecksum } from './inflate/checksums.ts'
import { BLOCKS, beginPart, createCompression } from './inflate/compression.ts'
import { BYTES, NUMBER } from './inflate/places.ts'

const METHOD = 8
/** The flag that says that a dictionary has to be known. */
const DICTIONARY = 0x20

/** zlib (RFC 1950), bounded and written as `createGzip` has it; without a dictionary. */
export const createZlib = (): Encoding => {
  const checksum = createAdler32()
  return createCompression({
    name: 'zlib',
    checksum,
    head: [0x78, 0x9c],
    repeats: false,
    takeHead(byte, state) {
      if (state[BYTES]++ === 0) {
        state[NUMBER] = byte
        return (byte & 0x0f) === METHOD && byte >> 4 <= 7
      }
      const head = (state[NUMBER] << 8) | byte
      beginPart(BLOCKS, state)
      return head % 31 === 0 && (byte & DICTIONARY) === 0
    },
    tailOf(state) {
      const value = checksum.valueOf(state)
      return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
    },
  })
}

/** Bare blocks of DEFLATE (RFC 1951), bounded and written as `createGzip` has it. */
export const createDeflated = (): Encoding =>
  createCompression({
    name: 'deflate',
    checksum: createNoChecksum(),
    head: [],
    repeats: false,
    takeHead: () => false,
    tailOf: () => [],
  })
