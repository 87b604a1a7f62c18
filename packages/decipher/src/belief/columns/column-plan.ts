import type { NamedKey } from '../../keys/key-family.ts'
import type { PeriodicFamily } from '../../keys/periodic-family.ts'
import type { Counts } from '../../language/counts/counts.ts'
import type { WordList } from '../../language/words/word-list.ts'
import { createByteCosts } from './byte-costs.ts'
import type { ColumnAlphabet } from './column-alphabet.ts'
import { BYTES, EVERYWHERE, GROWING, MOST_KEPT, SPARING } from './constants.ts'
import type { Costs } from './costs.ts'
import { createKeyWords, type KeyWords } from './key-words.ts'
import { mostPeriod } from './lane.ts'
import { createCostOf } from './powers.ts'
import type { PeriodKey } from './problem.ts'
import type { Sparing } from './trouble.ts'
import { anyByte, anyLetter, type Unfound } from './unfound.ts'

/** All that the beliefs of a decipherer share while they seek keys that repeat. */
export interface ColumnPlan {
  readonly alphabet: ColumnAlphabet
  /** Costs of symbols in text that has spaces, or none. */
  costs(spaced: boolean): Costs
  /** Keys that are likelier than others, if there are any. */
  readonly words: KeyWords | undefined
  /** Token ids of plaintext letters that are known, by UTF-16 units from the start of the stream. */
  readonly known: ReadonlyMap<number, number>
  /** Keys that are kept of all periods. */
  readonly mostKept: number
  /** The little trouble that is taken until there is hope, where the search stands beside others. */
  readonly sparing: Sparing | undefined
  /**
   * Costs: of a value of a key, of a lane, of a lane where every character moves the key on, and of a key that grows by a
   * step in place of both.
   */
  readonly priors: {
    readonly value: number
    readonly lane: number
    readonly everywhere: number
    readonly growing: number
  }
  /** Probability of any one letter under an unknown key. */
  readonly chance: number
  /** Steps of all searches so far: what each takes of the time of a small net's step. */
  readonly work: { steps: number }
  /** The costs of a text that no key explains, at its start. */
  createUnfound(): Unfound
  /** A key by name. */
  nameOf(key: PeriodKey, over: boolean): NamedKey
  /** The reading of a text from its start by a key. */
  readerOf(key: PeriodKey, over: boolean): (text: string) => string
}

/** The means of a plan. */
export interface ColumnMeans {
  readonly family: PeriodicFamily
  readonly counts: Counts
  /** Words that keys may be of. */
  readonly words?: WordList | undefined
  /** Plaintext letters that are known, from 0, by UTF-16 units from the start of the stream. */
  readonly known?: ReadonlyMap<number, number> | undefined
  /** Families whose keys are sought beside one another, this one among them: all of them together keep so many keys. */
  readonly families?: number
  /** Where the steps of their searches are counted. */
  readonly work: { steps: number }
  readonly isSparing?: boolean | undefined
  costs(spaced: boolean): Costs
  /** Token id of a unit, or 0 for what is no symbol. */
  idOf(unit: number): number
  decrypt(text: string, key: { key: string; over?: 'all' }): string
}

/** Makes a plan. */
export const createColumnPlan = ({
  family,
  counts,
  costs,
  words,
  known = new Map(),
  families = 1,
  work,
  isSparing = false,
  idOf,
  decrypt,
}: ColumnMeans): ColumnPlan => {
  const { alphabet, growing } = family
  const { letters, size } = alphabet
  const letterIds = Uint8Array.from(letters, (letter) => idOf(letter.charCodeAt(0)))
  const letterOf = new Uint8Array(counts.tokenizer.vocabulary)
  letterIds.forEach((id, letter) => {
    letterOf[id] = letter
  })
  const [letterCosts, firstCosts] = [BYTES.upper, BYTES.first].map((upper) =>
    family.isBytes ? createByteCosts(upper) : new Uint8Array(size),
  )
  const costOf = createCostOf(255)
  const keyWords = words && createKeyWords(words, family)
  const keyOf = (key: PeriodKey, over: boolean) => ({
    key: keyWords?.wordOf(key) ?? family.spell(key),
    ...(over && { over: 'all' as const }),
  })
  return {
    alphabet: { family, letterIds, letterCosts, firstCosts, letterOf, space: idOf(0x20), idOf },
    costs,
    words: keyWords,
    known: new Map(Array.from(known, ([at, letter]) => [at, letterIds[letter]])),
    work,
    sparing: isSparing ? SPARING : undefined,
    mostKept: Math.floor((family.isBytes ? MOST_KEPT.bytes : MOST_KEPT.letters) / families),
    priors: {
      value: costOf(1 / family.values.length),
      lane: costOf(1 / mostPeriod(family)),
      everywhere: EVERYWHERE,
      growing: growing ? costOf((growing.isAlone ? 1 : GROWING) / growing.count) : 0,
    },
    chance: 1 / size,
    createUnfound: () => (family.isBytes ? anyByte() : anyLetter(size)),
    nameOf: (key, over) =>
      (over ? undefined : growing?.named(key)) ?? {
        cipher: family.name,
        key: Object.freeze(keyOf(key, over)),
      },
    readerOf: (key, over) => (text) => decrypt(text, keyOf(key, over)),
  }
}
