import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Cipher } from './cipher.ts'
import { createKeyWords } from './key-word.ts'
import { createSquare, generateSquare, type LetterSquare, parseSquare, squareHint } from './letter-square.ts'
import { defineNumberCipher } from './number-cipher.ts'

/** Key of the Nihilist cipher. */
export interface NihilistKey {
  /** The 25 letters of the square, row by row, in upper case. */
  readonly square: string
  /** The word whose letters are added in turn. */
  readonly word: string
}

/**
 * The Nihilist cipher: each letter as its row and column in a square of 5 by 5, 11 to 55, plus that of a letter of the key, taken
 * in turn. I stands for J.
 *
 * Source: Wikipedia, Nihilist cipher.
 *
 * @example
 * import { createNihilist } from '@runnel/core/ciphers'
 * const nihilist = createNihilist()
 * nihilist.encrypt('Dynamite', nihilist.parseKey('zebras,russian')) // '37 106 62 36 67 47 86 26'
 */
export const createNihilist = (): Cipher<NihilistKey> => {
  const keyHint = `${squareHint(25)}; then a comma, and a word such as RUSSIAN`
  const words = createKeyWords(LATIN, 'letters such as RUSSIAN')
  const numbersOf = (square: LetterSquare, word: string): number[] => {
    words.placesOf({ key: word })
    return Array.from(word, (letter) => numberAt(square.indexOf(letter.charCodeAt(0))))
  }
  return defineNumberCipher<NihilistKey>({
    name: 'nihilist',
    keyHint,
    rulesOf(key) {
      const square = createSquare(key.square, 25)
      const added = numbersOf(square, key.word)
      const next = (phase: Int32Array): number => {
        const at = phase[0]
        phase[0] = (at + 1) % added.length
        return added[at]
      }
      return {
        mostDigits: 3,
        phaseLength: 1,
        write(unit, phase) {
          const place = square.indexOf(unit)
          return place === -1 ? undefined : numberAt(place) + next(phase)
        },
        read: (number, phase) => letterOf(number - next(phase), square),
      }
    },
    generateKey(random) {
      const square = generateSquare(random, 25)
      return { square, word: generateSquare(random, 25).slice(0, 3 + random.integer(6)) }
    },
    parseKey(text) {
      const [, square, word] = /^([^,]*),([^,]*)$/.exec(text) ?? []
      if (square === undefined) throw new InvalidOptionError('key', text, keyHint)
      const key = { square: parseSquare(square, 25), word: words.parse(word).key }
      numbersOf(createSquare(key.square, 25), key.word)
      return key
    },
    formatKey({ square, word }) {
      words.placesOf({ key: word })
      return `${createSquare(square, 25).signs},${word}`
    },
  })
}

const numberAt = (place: number): number => {
  if (place === -1)
    throw new InvalidOptionError('word', 'a letter that the square lacks', 'letters of the square')
  return 10 * (1 + Math.floor(place / 5)) + 1 + (place % 5)
}

const letterOf = (number: number, square: LetterSquare): string | undefined => {
  const [row, column] = [Math.floor(number / 10) - 1, (number % 10) - 1]
  const isPlace = row >= 0 && row < 5 && column >= 0 && column < 5
  return isPlace ? square.signs[5 * row + column] : undefined
}
