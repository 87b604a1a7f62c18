import { type Alphabet, createAlphabet } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'

/**
 * An alphabet whose letters may change places and be found again.
 *
 * @throws InvalidOptionError on an alphabet that `createAlphabet` refuses, or that mixes letters with and
 * without an upper case of their own (such as `ß` or `ς`), which no exchange of letters could give back.
 */
export const createExchangeableAlphabet = (letters: string): Alphabet => {
  const alphabet = createAlphabet(letters)
  if (!isMixed(alphabet)) return alphabet
  throw new InvalidOptionError('alphabet', letters, 'an upper case of its own for every letter, or for none')
}

/** Whether some letters stand for their upper case too, and others do not. */
const isMixed = ({ letters, size, indexOf }: Alphabet): boolean => {
  const cased = Array.from(letters).filter((letter, index) => {
    const upper = letter.toUpperCase()
    return upper !== letter && indexOf(upper.charCodeAt(0)) === index
  })
  return cased.length !== 0 && cased.length !== size
}
