import type { Encoding } from './encoding.ts'
import { createPowerOfTwo } from './power-of-two.ts'

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Base64 (RFC 4648, 4), read with and without `=`, over several lines too. */
export const createBase64 = (): Encoding =>
  createPowerOfTwo({
    name: 'base64',
    signs: `${ALPHANUMERIC}+/`,
    bits: 6,
    group: 4,
    isPadded: true,
  })

/** Base64 with `-` and `_`, for URLs and names of files (RFC 4648, 5), written without `=`. */
export const createBase64Url = (): Encoding =>
  createPowerOfTwo({
    name: 'base64url',
    signs: `${ALPHANUMERIC}-_`,
    bits: 6,
    group: 4,
    isPadded: false,
  })
