import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import type { LetterStep } from './cipher-definition.ts'
import { createKeyWords, type KeyWord } from './key-word.ts'
import { createExchangeableAlphabet } from './substitution.ts'

/** Letters of a primer at the most: a stream carries as many. */
const LONGEST = 32

/** The text whose letters follow the primer. */
type Follows = 'plaintext' | 'ciphertext'

/**
 * The autokey cipher: Vigenère whose key is a primer, and then the plaintext itself.
 *
 * Source: Vigenère, Traicté des chiffres (1586); Wikipedia, Autokey cipher.
 *
 * @throws InvalidOptionError on an alphabet that no shift could give back: see `createExchangeableAlphabet`
 * @example
 * import { createAutokey } from '@runnel/core/ciphers'
 * createAutokey().encrypt('Attack at dawn', { key: 'QUEENLY' }) // 'Qnxepv yt wtwp'
 */
export const createAutokey = (letters: string = LATIN): Cipher<KeyWord> =>
  defineAutokey('autokey', letters, 'plaintext')

/**
 * The ciphertext autokey cipher: Vigenère whose key is a primer, and then the ciphertext.
 *
 * Source: Stinson, Cryptography (1995), exercise on autokey ciphers.
 *
 * @throws InvalidOptionError on an alphabet that no shift could give back: see `createExchangeableAlphabet`
 * @example
 * import { createCiphertextAutokey } from '@runnel/core/ciphers'
 * createCiphertextAutokey().encrypt('Attack', { key: 'Q' }) // 'Qjcceo'
 */
export const createCiphertextAutokey = (letters: string = LATIN): Cipher<KeyWord> =>
  defineAutokey('ciphertext-autokey', letters, 'ciphertext')

/** The phase is the place in the primer and, for each place, one more than the letter that came there, or 0. */
const defineAutokey = (name: string, letters: string, follows: Follows): Cipher<KeyWord> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  const keyHint = `1 to ${LONGEST} letters such as QUEENLY`
  const words = createKeyWords(letters.toLowerCase(), keyHint)
  const checked = (key: KeyWord): KeyWord => {
    if (key.over) throw new InvalidOptionError('over', key.over, `nothing: only letters move ${name} on`)
    if (words.placesOf(key).length > LONGEST) throw new InvalidOptionError('key', key.key, keyHint)
    return key
  }
  const stepping = (key: KeyWord, direction: 1 | -1): LetterStep => {
    const primer = words.placesOf(checked(key))
    const isFedInput = (direction === 1) === (follows === 'plaintext')
    return (letter, phase) => {
      const [at] = phase
      const place = phase[1 + at] === 0 ? primer[at] : phase[1 + at] - 1
      const other = (letter + size + direction * place) % size
      phase[1 + at] = 1 + (isFedInput ? letter : other)
      phase[0] = (at + 1) % primer.length
      return other
    }
  }
  return defineCipher({
    name,
    alphabet,
    keyHint,
    phaseLength: 1 + LONGEST,
    encryptor: (key) => stepping(key, 1),
    decryptor: (key) => stepping(key, -1),
    generateKey(random) {
      const places = Array.from({ length: 3 + random.integer(6) }, (_, i) =>
        i === 0 ? 1 + random.integer(size - 1) : random.integer(size),
      )
      return { key: places.map((place) => letters[place].toUpperCase()).join('') }
    },
    parseKey: (text) => checked(words.parse(text)),
    formatKey: (key) => words.format(checked(key)),
  })
}
