import { type Alphabet, createAlphabet, InvalidOptionError, type Tokenizer } from '@runnel/core'
import { MOST_CIPHER_LETTERS, MOST_LETTERS, SPACE } from './constants.ts'

/** The letters that a tokenizer knows, in its order, which is that of their symbols. */
export const lettersIn = ({ alphabet }: Pick<Tokenizer, 'alphabet'>): string =>
  alphabet.replace(/[^\p{L}]/gu, '')

/** The symbols of so many letters, and the space after them. */
export const symbolsFor = (letters: number): number[] => [...Array(letters).keys(), SPACE]

/** Token of each symbol: of letters, and of a space. */
export const idsOf = (letters: string, { idOf }: Pick<Tokenizer, 'idOf'>): Uint8Array =>
  Uint8Array.from(letters.padEnd(SPACE + 1), (letter) => idOf(letter.charCodeAt(0)))

/** The letters of a text. */
export interface TextLetters {
  /** Letters of the plaintext, in the order of their symbols. */
  readonly read: Alphabet
  /** Letters of the ciphertext by their symbols: these, and behind the space those that the plaintext is never read as. */
  readonly symbols: Alphabet
  /** Letters of the ciphertext in their own order, in which keys are told. */
  readonly alphabet: Alphabet
}

/**
 * Makes them.
 *
 * @param alphabet letters of the ciphertext: those that are read, and others where these are as many as may be
 * @throws InvalidOptionError where it is not so
 */
export const createTextLetters = (read: string, alphabet: string = read): TextLetters => {
  const others = [...alphabet].filter((letter) => !read.includes(letter)).join('')
  const most = others ? MOST_CIPHER_LETTERS : MOST_LETTERS
  const all = others ? read.padEnd(MOST_LETTERS) + others : read
  if (all.length !== alphabet.length || all.length > most) {
    throw new InvalidOptionError(
      'alphabet',
      alphabet,
      `the letters of the counts, ${MOST_LETTERS} at most, or two more`,
    )
  }
  return {
    read: createAlphabet(read),
    symbols: createAlphabet(others ? `${read} ${others}` : read),
    alphabet: createAlphabet(alphabet),
  }
}
