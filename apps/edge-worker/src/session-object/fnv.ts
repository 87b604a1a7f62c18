/** Hash of bytes that come one piece after the other. */
export interface Fnv64 {
  add(bytes: Uint8Array): void
  /** The hash so far: 8 bytes, the highest first. */
  bytes(): Uint8Array
}

/** Low half of the prime 2^40 + 2^8 + 0xb3, whose high half is a shift by 8. */
const PRIME = 0x1b3

/**
 * Makes a hash, FNV-1a of 64 bits: enough to tell apart what was not made to collide, and at hand without waiting, as
 * the platform's hashes are not.
 *
 * Source: RFC 9923.
 */
export const createFnv64 = (): Fnv64 => {
  let [high, low] = [0xcbf29ce4, 0x84222325]
  return {
    add(bytes) {
      for (const byte of bytes) {
        low = (low ^ byte) >>> 0
        const product = low * PRIME
        high = (high * PRIME + Math.floor(product / 2 ** 32) + ((low << 8) >>> 0)) >>> 0
        low = product >>> 0
      }
    },
    bytes() {
      const bytes = new Uint8Array(8)
      const view = new DataView(bytes.buffer)
      view.setUint32(0, high)
      view.setUint32(4, low)
      return bytes
    },
  }
}
