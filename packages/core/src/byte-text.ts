import { UnknownSymbolError } from './errors.ts'
import { fromUnits } from './from-units.ts'

/**
 * Bytes as a text of one UTF-16 unit each, U+0000 to U+00FF, whatever they stand for.
 *
 * @example
 * import { bytesAsText, textAsBytes } from '@runnel/core/ciphers'
 * textAsBytes(bytesAsText(Uint8Array.of(0, 255))) // Uint8Array [0, 255]
 */
export const bytesAsText = (bytes: Uint8Array): string => fromUnits(Uint16Array.from(bytes))

/** The bytes of a text of one UTF-16 unit each. @throws UnknownSymbolError on a unit above U+00FF */
export const textAsBytes = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0xff) throw new UnknownSymbolError(text[i], i)
    bytes[i] = unit
  }
  return bytes
}
