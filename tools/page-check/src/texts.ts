import { findCipher } from '@runnel/core/ciphers'

const BOAT = 'The morning was cold, and the boat had not come.'

/** A text in cipher, with a key as a person writes it, over letters of the cipher's own unless given. */
export const enciphered = (text: string, cipher = 'caesar', key = '7', letters?: string): string => {
  const made = findCipher(cipher, letters)
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

/** English of three sentences, enough for keys that have to be searched. */
export const HARBOUR: string =
  `${BOAT} Nobody on the quay would say when it was expected, and the harbour master had gone home to his dinner. ` +
  'We waited until the lamps were lit along the water, and then we walked back through the town without a word.'

/** Letters that no key turns into language. */
export const NOISE: string =
  'Qzkvj wqxhb pfjgz kwvqm xzjhd fqpkb vwzxj gqhkf zbvwm xjqpd kzgfh wvqbx jzmkp qfhgv xwzbj dkqpm zvhfx wgqjk bzxvm'

/** About so many letters of English, shift 7. */
export const long = (letters: number): string => {
  const line =
    'Nobody on the quay would say when it was expected, and the harbour master had gone home to his dinner.\n'
  return enciphered(line.repeat(Math.ceil(letters / line.length)).slice(0, letters))
}

/** So many letters that cannot be packed any smaller: drawn by a linear congruence (Numerical Recipes, ranqd1). */
export const scattered = (letters: number): string => {
  let state = 1
  return Array.from({ length: letters }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return String.fromCharCode(97 + Math.floor((state / 2 ** 32) * 26))
  }).join('')
}
