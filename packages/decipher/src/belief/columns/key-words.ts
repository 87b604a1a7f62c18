import type { PeriodicFamily } from '../../keys/periodic-family.ts'
import type { WordList } from '../../language/words/word-list.ts'
import { LIKENESS, WORDS } from './constants.ts'
import { createCostOf } from './powers.ts'
import type { PeriodKey } from './problem.ts'
import { createWordLikeness } from './word-likeness.ts'

/** Keys that are words, and so likelier than others. */
export interface KeyWords {
  /** Cost of one of them, and of any other key beside its values, in twelfths of a bit. */
  readonly cost: number
  readonly other: number
  /** Cost of a key as a word that might be one of them. */
  likeness(key: PeriodKey): number
  /** Those of a period, one after another, `[words, period]`. */
  ofPeriod(period: number): Uint8Array
  has(key: PeriodKey): boolean
  /** The word that a key is, in capitals; of words that read alike the first of the list. */
  wordOf(key: PeriodKey): string | undefined
}

/** Cost of a word at the most, in twelfths of a bit. */
const MOST = 480

/** The words of a list as keys of a family, each as likely as another. */
export const createKeyWords = (
  { words }: WordList,
  { values, letterValue }: Pick<PeriodicFamily, 'values' | 'letterValue'>,
): KeyWords => {
  const costOf = createCostOf(MOST)
  const names = new Map<string, string>()
  const keys: number[][] = []
  for (const word of words) {
    const key = Array.from(word.toUpperCase(), letterValue)
    if (key.some((value) => value === -1 || value >= values.length)) continue
    const name = nameOf(key)
    if (!names.has(name)) names.set(name, word.toUpperCase())
    keys[key.length] ??= []
    keys[key.length].push(...key)
  }
  const costAlike = createWordLikeness(
    Array.from(names.keys(), (name) => Array.from(name, (value) => value.charCodeAt(0))),
    values.length,
  )
  const byPeriod = keys.map((all) => Uint8Array.from(all))
  return {
    cost: names.size === 0 ? 0 : costOf(WORDS / names.size),
    other: names.size === 0 ? 0 : costOf(1 - WORDS - LIKENESS.share),
    likeness: (key) => (names.size === 0 ? MOST : costOf(LIKENESS.share) + costAlike(key)),
    ofPeriod: (period) => byPeriod[period] ?? NONE,
    has: (key) => names.has(nameOf(key)),
    wordOf: (key) => names.get(nameOf(key)),
  }
}

const NONE = new Uint8Array(0)

const nameOf = (key: ArrayLike<number>): string => String.fromCharCode(...Array.from(key))
