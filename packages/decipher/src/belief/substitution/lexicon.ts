import { LETTERS, SPACE } from './constants.ts'
import type { Layout } from './layout.ts'
import type { SlotText } from './slot-text.ts'
import { LONGEST_UNTOLD, UNITS_A_WORD_LETTER } from './trust-constants.ts'

/** A node of the tree that no letter leads to. */
const NONE = 0

/** Letters that two words begin with alike. */
const alike = (word: string, other: string): number => {
  let at = 0
  while (at < word.length && word[at] === other[at]) at++
  return at
}

/** Words of a language, and their worth in a text. */
export interface WordTree {
  /**
   * Units that the words in a text are worth, as a key reads it: those between spaces where these part words, else the most
   * that any which do not overlap come to.
   */
  unitsOf(text: Pick<SlotText, 'slots' | 'length'>, letters: Uint8Array, layout: Layout): number
}

/**
 * Words of a language, as a tree of their letters: text that they make up is likelier than the counts have it, for these
 * know no more than a few letters of a word.
 */
export class Lexicon implements WordTree {
  /** The node that each letter leads to, `[node, letter]`; the first node is the beginning of every word. */
  readonly #next: Uint16Array | Int32Array
  /** Letters of the word that ends at a node, or 0. */
  readonly #ends: Uint8Array

  /** @param words of letters a to z */
  constructor(words: readonly string[]) {
    const told = words.filter((word) => word.length > LONGEST_UNTOLD).sort()
    const size = told.reduce((sum, word, at) => sum + word.length - alike(word, told[at - 1] ?? ''), 1)
    const next = new (size > 2 ** 16 ? Int32Array : Uint16Array)(size * LETTERS)
    const ends = new Uint8Array(size)
    let nodes = 1
    for (const word of told) {
      let node = 0
      for (let at = 0; at < word.length; at++) {
        const place = node * LETTERS + word.charCodeAt(at) - 0x61
        if (next[place] === NONE) next[place] = nodes++
        node = next[place]
      }
      ends[node] = word.length
    }
    this.#next = next
    this.#ends = ends
  }

  unitsOf(
    { slots, length }: Pick<SlotText, 'slots' | 'length'>,
    letters: Uint8Array,
    layout: Layout,
  ): number {
    const [next, ends] = [this.#next, this.#ends]
    /** Whether a word may end before a place, and begin after the one before it. */
    const isApart = (at: number): boolean => layout === 'letters' || at === length || slots[at] === SPACE
    /** The most up to each place. */
    const most = new Int32Array(length + 1)
    for (let from = 0; from < length; from++) {
      if (most[from + 1] < most[from]) most[from + 1] = most[from]
      if (from > 0 && !isApart(from - 1)) continue
      for (let at = from, node = 0; at < length && slots[at] !== SPACE; at++) {
        node = next[node * LETTERS + letters[slots[at]]]
        if (node === NONE) break
        if (ends[node] === 0 || !isApart(at + 1)) continue
        const units = most[from] + UNITS_A_WORD_LETTER * (ends[node] - LONGEST_UNTOLD)
        if (most[at + 1] < units) most[at + 1] = units
      }
    }
    return most[length]
  }
}
