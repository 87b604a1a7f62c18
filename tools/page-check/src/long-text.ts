import { createCaesar } from '@runnel/core'
import { mobyDick } from '@runnel/corpus'

/** English text, over and over. @param length UTF-16 units */
export const longText = (length: number): string => {
  // Letters, commas and full stops: all else may stand in other places on a page.
  const text = mobyDick.read().replace(/[^A-Za-z,.'\n ]+/g, ' ')
  return text.repeat(Math.ceil(length / text.length)).slice(0, length)
}

/** A text in cipher whose key changes half way. */
export const inCipher = (text: string): string => {
  const caesar = createCaesar()
  const middle = text.indexOf(' ', text.length / 2) + 1
  return (
    caesar.encrypt(text.slice(0, middle), { shift: 7 }) + caesar.encrypt(text.slice(middle), { shift: 19 })
  )
}
