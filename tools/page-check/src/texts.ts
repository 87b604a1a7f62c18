import { createCipher } from '@runnel/core'

const BOAT = 'The morning was cold, and the boat had not come.'

/** A text in cipher, with a key as a person writes it. */
export const enciphered = (text: string, cipher = 'caesar', key = '7'): string => {
  const made = createCipher(cipher)
  return made.encrypt(text, made.parseKey(key))
}

/** English, shift 7. */
export const BOAT_7: string = enciphered(BOAT)

/** Plaintext of `BOAT_7`. */
export const BOAT_PLAIN: string = BOAT

/** English; the key changes at letter 50. */
export const CHANGED: string =
  enciphered(`${BOAT} `) +
  enciphered('Nobody said a word until the tide turned, and with it the wind.', 'caesar', '19')

/** German under a key that is found: it reads unlike English. */
export const GERMAN: string = enciphered(
  'Der Morgen war kalt, und das Boot war noch nicht gekommen. Niemand sagte ein Wort, bis die Flut sich wendete und mit ihr der Wind.',
)

/** Letters that no key turns into language. */
export const NOISE: string =
  'Qzkvj wqxhb pfjgz kwvqm xzjhd fqpkb vwzxj gqhkf zbvwm xjqpd kzgfh wvqbx jzmkp qfhgv xwzbj dkqpm zvhfx wgqjk bzxvm'

/** About so many letters of English, shift 7. */
export const long = (letters: number): string => {
  const line =
    'Nobody on the quay would say when it was expected, and the harbour master had gone home to his dinner.\n'
  return enciphered(line.repeat(Math.ceil(letters / line.length)).slice(0, letters))
}
