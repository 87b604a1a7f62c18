import type { Decipherer } from '../decipherer.ts'
import { createEncodingSearch } from './encoding-search.ts'
import { createKnownEncodings } from './known-encodings.ts'
import { withDecoder } from './with-decoder.ts'

/**
 * Takes encodings off before a stream is deciphered: those named, one inside the other, or with `auto` whichever the text
 * is in, up to 16. With `auto` the beginning of a text, 64 UTF-16 units at most, may wait as interim until it is decided;
 * text that is in no encoding passes as it is.
 *
 * @throws InvalidOptionError on a name that is none
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { encodingOf } from '@runnel/decipher/encodings'
 * const decipherer = createDecipherer({ cipher: 'caesar', key: '13', encoding: encodingOf('base64') })
 * decipherer.createSession().push('VXJ5eWI=') // the text is 'Hello'
 */
export const encodingOf = (words: string): ((decipherer: Decipherer) => Decipherer) => {
  const decoder = words.trim() === 'auto' ? createEncodingSearch() : createKnownEncodings(words)
  return (decipherer) => withDecoder(decipherer, decoder)
}
