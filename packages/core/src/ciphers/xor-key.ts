import { InvalidOptionError } from '../errors.ts'

/** Key of repeating-key XOR. */
export interface XorKey {
  /** The bytes of the key: characters of ASCII that print, or after `0x` two hexadecimal digits a byte. */
  key: string
}

/** Bytes of a key at the most. */
export const MOST_KEY_BYTES = 256

/** A description of keys, for errors. */
export const xorKeyHint: string = `1 to ${MOST_KEY_BYTES} bytes: text such as ICE, or hexadecimal digits such as 0x494345`

/** The bytes of a key. @throws InvalidOptionError on a key of no use */
export const xorBytesOf = ({ key }: XorKey): Uint8Array => {
  if (typeof key !== 'string') throw new InvalidOptionError('key', key, xorKeyHint)
  const digits = /^0x(.*)$/is.exec(key)?.[1].replace(/[\s:]/g, '')
  const isHex = digits === undefined || /^(?:[\da-f]{2})+$/i.test(digits)
  const bytes = digits === undefined ? new TextEncoder().encode(key) : isHex ? bytesIn(digits) : []
  if (bytes.length === 0 || bytes.length > MOST_KEY_BYTES)
    throw new InvalidOptionError('key', key, xorKeyHint)
  return Uint8Array.from(bytes)
}

const bytesIn = (digits: string): number[] =>
  Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** Writes the bytes of a key: as text where all of them print and it is not taken for digits, else as digits after `0x`. */
export const xorKeyOf = (bytes: ArrayLike<number>): XorKey => {
  const text = String.fromCharCode(...Array.from(bytes))
  if (/^[\x20-\x7e]+$/.test(text) && !/^0x/i.test(text)) return { key: text }
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
  return { key: `0x${digits.join('')}` }
}
