import { CHECK, SECOND } from './places.ts'

/** A checksum that lies in the state and takes a byte at a time. */
export interface Checksum {
  /** Begins anew. */
  begin(state: Int32Array): void
  take(byte: number, state: Int32Array): void
  takeAll(bytes: ArrayLike<number>, state: Int32Array): void
  /** Its value, as 32 bits with a sign. */
  valueOf(state: Int32Array): number
}

/** CRC-32 as gzip has it (RFC 1952, 8). */
export const createCrc32 = (): Checksum => {
  const table = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
    return crc
  })
  return {
    begin(state) {
      state[CHECK] = -1
    },
    take(byte, state) {
      const crc = state[CHECK]
      state[CHECK] = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]
    },
    takeAll(bytes, state) {
      let crc = state[CHECK]
      for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]) & 0xff]
      state[CHECK] = crc
    },
    valueOf: (state) => ~state[CHECK],
  }
}

const ADLER = 65_521
/** Bytes whose sums stay below 2^31. */
const PART = 2048

/** Adler-32 as zlib has it (RFC 1950, 8.2). */
export const createAdler32 = (): Checksum => ({
  begin(state) {
    state[CHECK] = 1
    state[SECOND] = 0
  },
  take(byte, state) {
    const first = (state[CHECK] + byte) % ADLER
    state[CHECK] = first
    state[SECOND] = (state[SECOND] + first) % ADLER
  },
  takeAll(bytes, state) {
    let first = state[CHECK]
    let second = state[SECOND]
    for (let from = 0; from < bytes.length; from += PART) {
      const to = Math.min(bytes.length, from + PART)
      for (let i = from; i < to; i++) {
        first += bytes[i]
        second += first
      }
      first %= ADLER
      second %= ADLER
    }
    state[CHECK] = first
    state[SECOND] = second
  },
  valueOf: (state) => (state[SECOND] << 16) | state[CHECK],
})

/** No checksum, as around bare blocks. */
export const createNoChecksum = (): Checksum => ({
  begin() {},
  take() {},
  takeAll() {},
  valueOf: () => 0,
})
