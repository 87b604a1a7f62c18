import { InvalidOptionError } from '../errors.ts'
import type { Random } from '../random.ts'
import type { Cipher } from './cipher.ts'
import { LONGEST_TEXT } from './holding-stream.ts'
import { defineNumberCipher } from './number-cipher.ts'
import { shuffled } from './shuffled.ts'

/** Key of a book cipher. */
export interface BookKey {
  /** The text whose words are counted, its words one space apart. */
  readonly text: string
}

/**
 * The book cipher, as in the papers of Beale: a number stands for the first letter of a word of a text, the first word being 1.
 * The words of a letter are taken in turn. A letter that begins no word of the text cannot be written, and stays as it is.
 *
 * Source: Wikipedia, Book cipher and Beale ciphers.
 *
 * @example
 * import { createBook } from '@runnel/core/ciphers'
 * createBook().decrypt('2 4 1', { text: 'When in the course of human events' }) // 'ICW'
 */
export const createBook = (): Cipher<BookKey> =>
  defineNumberCipher<BookKey>({
    name: 'book',
    keyHint: `a text of up to ${LONGEST_TEXT} characters, whose words are counted`,
    rulesOf(key) {
      const initials = initialsOf(key)
      const placesOf = new Map<string, number[]>()
      initials.forEach((letter, at) => {
        const places = placesOf.get(letter) ?? []
        places.push(at + 1)
        placesOf.set(letter, places)
      })
      return {
        mostDigits: 5,
        // Times that each letter has been written, on the ring of its words.
        phaseLength: 26,
        write(unit, phase) {
          const letter = String.fromCharCode(unit).toUpperCase()
          const places = /^[A-Z]$/.test(letter) ? placesOf.get(letter) : undefined
          if (!places) return undefined
          const at = letter.charCodeAt(0) - 65
          const place = places[phase[at]]
          phase[at] = (phase[at] + 1) % places.length
          return place
        },
        read: (number) => initials[number - 1]?.replace('-', '') || undefined,
      }
    },
    generateKey: (random) => ({ text: generateText(random) }),
    parseKey(text) {
      const key = { text: text.trim().split(/\s+/).join(' ') }
      initialsOf(key)
      return key
    },
    formatKey(key) {
      initialsOf(key)
      return key.text
    },
  })

/** The first letter of each word, in upper case; of a word without one, `-`. @throws InvalidOptionError */
const initialsOf = ({ text }: BookKey): string[] => {
  const isText = typeof text === 'string' && text.length <= LONGEST_TEXT && /[a-z]/i.test(text)
  if (!isText) {
    throw new InvalidOptionError('text', text, `up to ${LONGEST_TEXT} characters with words of Latin letters`)
  }
  // Signs by themselves are no words.
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.map((word) => /[a-z]/i.exec(word)?.[0].toUpperCase() ?? '-')
}

/** Random words that begin with every letter, twice. */
const generateText = (random: Random): string => {
  const words = Array.from({ length: 52 }, (_, at) => {
    const rest = Array.from({ length: 1 + random.integer(4) }, () => letterAt(random.integer(26)))
    return letterAt(at % 26) + rest.join('')
  })
  return shuffled(random, words).join(' ')
}

const letterAt = (place: number): string => String.fromCharCode(97 + place)
