import { LATIN } from '@runnel/core'
import type { Counts } from '../../language/counts/counts.ts'
import { type Costs, sharedCosts } from '../columns/costs.ts'

/** Letters of the alphabet. */
export const LETTERS = 26

/** Costs of letters in text without spaces, in twelfths of a bit, letters told by their places in the alphabet. */
export interface LetterCosts {
  /** Of a letter where nothing is known before it. */
  readonly alone: Uint8Array
  /**
   * The mean cost of four letters in a row, each by those before it among them, `[letter, letter, letter, letter]`, 5 bits a
   * letter: a square that is nearly right is told from others by pairs and threes.
   */
  readonly fours: Uint8Array
  /** Cost of letters one after another, by all that is known of the language. */
  whole(letters: ArrayLike<number>): number
}

/** Makes the costs of a language that has been counted. */
export const createLetterCosts = (counts: Counts): LetterCosts => {
  const costs = sharedCosts(counts)(false)
  const ids = Uint8Array.from(LATIN, (letter) => counts.tokenizer.idOf(letter.charCodeAt(0)))
  return {
    alone: Uint8Array.from(ids, (id) => costs.table[id]),
    fours: foursOf(costs, ids),
    whole(letters) {
      const state = costs.reader.create()
      let cost = 0
      for (let i = 0; i < letters.length; i++) cost += costs.reader.read(ids[letters[i]], state)
      return cost
    },
  }
}

/** Bits of a letter in the number that four of them spell, and of all but the first. */
const LETTER_BITS = 5
const LAST_THREE = 2 ** (3 * LETTER_BITS) - 1

const foursOf = ({ table, vocabulary }: Costs, ids: Uint8Array): Uint8Array => {
  const fours = new Uint8Array(2 ** (4 * LETTER_BITS))
  ids.forEach((a, first) => {
    ids.forEach((b, second) => {
      const two = table[a] + table[a * vocabulary + b]
      ids.forEach((c, third) => {
        const three = two + table[(a * vocabulary + b) * vocabulary + c]
        const before = ((a * vocabulary + b) * vocabulary + c) * vocabulary
        const at = ((((first << LETTER_BITS) | second) << LETTER_BITS) | third) << LETTER_BITS
        ids.forEach((d, last) => {
          fours[at | last] = (three + table[before + d]) >> 2
        })
      })
    })
  })
  return fours
}

/** Cost of letters by four in a row. */
export const costByFours = (fours: Uint8Array, letters: Uint8Array): number => {
  let cost = 0
  let before = (((letters[0] << LETTER_BITS) | letters[1]) << LETTER_BITS) | letters[2]
  for (let i = 3; i < letters.length; i++) {
    const at = (before << LETTER_BITS) | letters[i]
    cost += fours[at]
    before = at & LAST_THREE
  }
  return cost
}
