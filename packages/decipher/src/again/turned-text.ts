import { createEncoding, decodeText, findEncodings } from '@runnel/core/encodings'

/** Whether a text is one word of signs, as an encoding gives them, and of enough that what is in it is none by chance. */
export const isOneToken = (text: string): boolean => /^\s*[!-~]{16,}\s*$/.test(text)

/**
 * The encodings that a text may be in whose signs were enciphered once more, such as `atbash > base64`: of hex there are several. ROT13
 * and reversal are known while the text comes.
 */
export function* turnedEncodings(text: string): Iterable<string> {
  if (!isOneToken(text)) return
  for (let by = 1; by <= 27; by++) {
    const name = by > 25 ? ['atbash', 'rot47'][by - 26] : `caesar-${by}`
    const found = findEncodings(decodeText(createEncoding(name), text.trim()), true)
    if (found.length > 0 && found[0] !== 'rot13') yield [name, ...found].join(' > ')
  }
}
