/** Writes bytes as hexadecimal digits, two each. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Reads bytes that are written so. */
export const fromHex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.matchAll(/../g), ([pair]) => Number.parseInt(pair, 16))
