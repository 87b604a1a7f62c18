import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import { createExchangeableAlphabet } from './substitution.ts'
import { tableSteps } from './table-steps.ts'

/** Key of the simple substitution: what stands for each letter. */
export interface SubstitutionKey {
  /** The cipher alphabet: the ciphertext letter of each letter of the alphabet, in its order. */
  alphabet: string
}

/**
 * The simple substitution, the cipher of newspaper cryptograms: every letter has another one, or itself, that always
 * stands for it.
 *
 * People write its key as the whole cipher alphabet, or as a keyword, which stands at the front of the cipher alphabet
 * without letters that came before, and is followed by the letters that it lacks. Source: Wikipedia, Substitution cipher.
 *
 * @throws InvalidOptionError on an alphabet that no exchange could give back: see `createExchangeableAlphabet`
 * @example
 * import { createSubstitution } from '@runnel/core/ciphers'
 * const substitution = createSubstitution()
 * substitution.encrypt('Flee at once.', substitution.parseKey('zebras')) // 'Siaa zq lkba.'
 */
export const createSubstitution = (letters: string = LATIN): Cipher<SubstitutionKey> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  const keyHint = `a cipher alphabet of ${size} letters, none of them twice, or a keyword such as zebras`

  /** The letters of `text` as they stand in the alphabet, in lower case, what is no letter left out. */
  const lettersOf = (text: string): string[] =>
    Array.from(text).flatMap((character) => {
      const index = character.length === 1 ? alphabet.indexOf(character.charCodeAt(0)) : -1
      return index === -1 ? [] : [letters[index]]
    })
  /** The place of each letter's ciphertext letter. */
  const places = ({ alphabet: written }: SubstitutionKey): number[] => {
    const found = Array.from(String(written), (letter) => alphabet.indexOf(letter.charCodeAt(0)))
    if (found.length === size && new Set(found).size === size && !found.includes(-1)) return found
    throw new InvalidOptionError('alphabet', written, `each of the ${size} letters once`)
  }
  const keyOf = (order: readonly number[]): SubstitutionKey => ({
    alphabet: order.map((place) => letters[place]).join(''),
  })
  return defineCipher({
    name: 'substitution',
    alphabet,
    keyHint,
    phaseLength: 0,
    ...tableSteps(places),
    generateKey(random) {
      const order = Array.from({ length: size }, (_, index) => index)
      for (let last = size - 1; last > 0; last--) {
        const other = random.integer(last + 1)
        ;[order[last], order[other]] = [order[other], order[last]]
      }
      // An order that changes nothing is turned by a place.
      return keyOf(order.every((place, index) => place === index) ? [...order.slice(1), order[0]] : order)
    },
    parseKey(text) {
      const given = lettersOf(text)
      const isWord = given.length > 0 && Array.from(text).every((character) => isPart(character, alphabet))
      const different = new Set(given)
      // A whole alphabet with a letter twice is a slip of the pen, and no keyword.
      const isSlip = given.length === size && different.size < size && !text.trim().includes(' ')
      if (!isWord || isSlip) throw new InvalidOptionError('key', text, keyHint)
      return { alphabet: [...new Set([...different, ...letters])].join('') }
    },
    formatKey: (key) => keyOf(places(key)).alphabet,
  })
}

/** Whether a character may stand in a key: a letter, or what keeps words apart. */
const isPart = (character: string, { indexOf }: { indexOf(unit: number): number }): boolean =>
  /^[\s'’-]$/.test(character) || (character.length === 1 && indexOf(character.charCodeAt(0)) !== -1)
