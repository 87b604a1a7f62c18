import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Random } from '../random.ts'
import {
  type HomophonicKey,
  hasNumbers,
  homophonicKeyHint,
  homophonicKeyOf,
  homophonicTable,
} from './homophonic-key.ts'

/** A homophonic substitution: its keys, and text that is written with them. */
export interface Homophonic {
  readonly name: 'homophonic'
  readonly keyHint: string
  /**
   * A random key of printable characters, or of numbers from 0 on, in which common letters have more symbols.
   *
   * @param options `size`: symbols, 26 to 90 of characters, and to 1,000 of numbers; 54 unless given
   */
  generateKey(random: Random, options?: { size?: number; numbers?: boolean }): HomophonicKey
  /** Reads a key as a person writes it. @throws InvalidOptionError which says the pair that is not understood */
  parseKey(text: string): HomophonicKey
  /** Writes a key so that `parseKey` reads it back. @throws InvalidOptionError on a key of no use */
  formatKey(key: HomophonicKey): string
  /**
   * Encrypts a whole text: the symbols of a letter take turns, or are drawn where there is `random`. White space stays;
   * between numbers stands a space, and a slash too where there was white space.
   *
   * @throws InvalidOptionError on a letter without a symbol, or what is neither a letter nor white space
   */
  encrypt(plaintext: string, key: HomophonicKey, random?: Random): string
}

/** Letters of 1,000 of English: what homophones are given by. */
const SHARES = [
  82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1,
]

/** Characters that symbols may be: those of ASCII that print, but for signs that keys and shells need. */
const CHARACTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).filter(
  (character) => !`,='"`.includes(character),
)

/**
 * The homophonic substitution: common letters have several symbols each, so that all symbols are about as frequent. There
 * are more symbols than letters: a text in them keeps neither case nor signs, so this is no `Cipher`.
 *
 * @example
 * import { createHomophonic } from '@runnel/core/ciphers'
 * const homophonic = createHomophonic()
 * homophonic.encrypt('tee', homophonic.parseKey('12=e 7=t 45=e')) // '7 12 45'
 */
export const createHomophonic = (): Homophonic => ({
  name: 'homophonic',
  keyHint: homophonicKeyHint,
  parseKey: (text) => homophonicKeyOf(homophonicTable({ key: text })),
  formatKey: (key) => homophonicKeyOf(homophonicTable(key)).key,
  generateKey(random, { size = 54, numbers = false } = {}) {
    const most = numbers ? 1000 : CHARACTERS.length
    if (!(Number.isInteger(size) && size >= LATIN.length && size <= most)) {
      throw new InvalidOptionError('size', size, `a whole number, ${LATIN.length} to ${most}`)
    }
    const letters = lettersOf(size)
    const names = numbers ? letters.map((_, at) => String(at)) : [...CHARACTERS]
    for (let last = names.length - 1; last > 0; last--) {
      const other = random.integer(last + 1)
      ;[names[last], names[other]] = [names[other], names[last]]
    }
    return homophonicKeyOf(letters.map((letter, at) => [names[at], letter]))
  },
  encrypt(plaintext, key, random) {
    const symbols = new Map<string, string[]>()
    const table = homophonicTable(key)
    for (const [symbol, letter] of table) {
      symbols.set(letter, [...(symbols.get(letter) ?? []), symbol])
    }
    const turns = new Map<string, number>()
    const written = Array.from(plaintext.toLowerCase(), (letter) => {
      if (/\s/.test(letter)) return letter
      const own = symbols.get(letter)
      if (!own) throw new InvalidOptionError('plaintext', letter, 'letters that have a symbol, and spaces')
      const turn = turns.get(letter) ?? 0
      turns.set(letter, turn + 1)
      return own[random ? random.integer(own.length) : turn % own.length]
    })
    if (!hasNumbers(table)) return written.join('')
    return written.join(' ').replace(/ \s+ /g, ' / ')
  },
})

/** A letter for each of so many symbols: each has one, and the more common it is the more. */
const lettersOf = (size: number): string[] => {
  const counts = SHARES.map(() => 1)
  for (let left = size - counts.length; left > 0; left--) {
    let most = 0
    counts.forEach((count, at) => {
      if (SHARES[at] * counts[most] > SHARES[most] * count) most = at
    })
    counts[most]++
  }
  return counts.flatMap((count, at) => Array<string>(count).fill(LATIN[at]))
}
