import type { Encoding } from './encoding.ts'
import { createPowerOfTwo } from './power-of-two.ts'

/** Base32 (RFC 4648, 6), read in either case, with and without `=`. */
export const createBase32 = (): Encoding =>
  createPowerOfTwo({
    name: 'base32',
    signs: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
    bits: 5,
    group: 8,
    isPadded: true,
  })

/** Base32 in the order of hexadecimal digits (RFC 4648, 7). */
export const createBase32Hex = (): Encoding =>
  createPowerOfTwo({
    name: 'base32hex',
    signs: '0123456789ABCDEFGHIJKLMNOPQRSTUV',
    bits: 5,
    group: 8,
    isPadded: true,
  })
