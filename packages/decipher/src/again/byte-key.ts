import type { Decipherer } from '../decipherer.ts'
import { FEWEST_BYTES, SURE, WORDS_OF_BYTES } from './constants.ts'

/**
 * The key of one byte under which a text is XORed plaintext: bytes that an encoding has given, and that print by chance. Letters and
 * spaces come out of it, which are read as plain text.
 *
 * @param reader tells plain text
 * @returns in hexadecimal digits, `0x2a`
 */
export const byteKey = (text: string, reader: Decipherer): string | undefined => {
  // Every such key moves the space.
  if (text.length < FEWEST_BYTES || /[ \u0080-\uffff]/.test(text)) return undefined
  for (let key = 1; key < 0x80; key++) {
    const read = Array.from(text, (sign) => String.fromCharCode(sign.charCodeAt(0) ^ key)).join('')
    if (mayBeWords(read) && isPlain(read, reader)) return `0x${key.toString(16).padStart(2, '0')}`
  }
  return undefined
}

const mayBeWords = (text: string): boolean =>
  text.includes(' ') &&
  !/[^ -~\s]/.test(text) &&
  (text.match(/[a-z ]/gi)?.length ?? 0) >= WORDS_OF_BYTES * text.length

const isPlain = (text: string, reader: Decipherer): boolean => {
  const session = reader.createSession()
  session.push(text)
  const done = session.flush().at(-1)
  session.free()
  return done?.type === 'done' && done.cipher === 'plain' && done.probability >= SURE
}
