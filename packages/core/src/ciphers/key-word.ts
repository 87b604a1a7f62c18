import { InvalidOptionError } from '../errors.ts'

/** Key of a cipher that takes the letters of a word in turn, such as `LEMON`. */
export interface KeyWord {
  /** Letters of the alphabet; digits for Gronsfeld. */
  key: string
  /** Present where the key moves on over every character, spaces and signs too; else letters alone move it. */
  over?: 'all'
}

/** A key word in numbers: the places of its letters among those that key words are made of. */
export type KeyPlaces = readonly number[]

/** Reads, checks and writes key words. */
export interface KeyWords {
  /** @throws InvalidOptionError when the word has no letters, or others */
  placesOf(key: KeyWord): KeyPlaces
  /** Reads `LEMON` or `LEMON,all`; spaces are left out. @throws InvalidOptionError */
  parse(text: string): KeyWord
  /** @throws InvalidOptionError on a key of no use */
  format(key: KeyWord): string
}

/**
 * Key words of some letters, told in upper case.
 *
 * @param keyHint a description of them, for errors
 */
export const createKeyWords = (letters: string, keyHint: string): KeyWords => {
  const placesOf = ({ key, over }: KeyWord): number[] => {
    const isWord = typeof key === 'string' && key.length > 0
    const places = isWord ? Array.from(key.toLowerCase(), (letter) => letters.indexOf(letter)) : [-1]
    if (places.includes(-1)) throw new InvalidOptionError('key', key, keyHint)
    if (over !== undefined && over !== 'all') throw new InvalidOptionError('over', over, 'all, or nothing')
    return places
  }
  const format = (key: KeyWord): string => {
    const word = placesOf(key).map((place) => letters[place].toUpperCase())
    return word.join('') + (key.over ? `,${key.over}` : '')
  }
  return {
    placesOf,
    format,
    parse(text) {
      const [, word, all] = /^([^,]*)(,\s*all\s*)?$/i.exec(text) ?? []
      if (word === undefined) throw new InvalidOptionError('key', text, keyHint)
      const key: KeyWord = { key: word.replace(/\s/g, '').toUpperCase(), ...(all && { over: 'all' }) }
      placesOf(key)
      return key
    },
  }
}
