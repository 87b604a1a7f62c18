import { type Alphabet, InvalidOptionError } from '@runnel/core'
import { createSearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { languageOf } from '../belief/open-world/language.ts'
import { OpenWorld } from '../belief/open-world/open-world.ts'
import type { OpenWorldOptions } from '../belief/open-world/open-world-options.ts'
import { ChangingKey } from '../belief/substitution/changing-key.ts'
import { USUAL_WIDTH } from '../belief/substitution/constants.ts'
import { type KnownLetters, noLetters } from '../belief/substitution/known-letters.ts'
import { netMeansOf } from '../belief/substitution/net-reader.ts'
import {
  createSearchTable,
  expecting,
  narrowed,
  type SearchTable,
} from '../belief/substitution/search-table.ts'
import { SubstitutionBelief } from '../belief/substitution/substitution-belief.ts'
import { createTextLetters, lettersIn, type TextLetters } from '../belief/substitution/text-letters.ts'
import { keyFamilyOf } from '../keys/index.ts'
import { createSymbolTable } from '../keys/symbol.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import type { SectionReader } from '../saving/sections.ts'
import { optionsInWords, resolved } from '../settling/live-options.ts'
import type { Finding, KeyFinder } from './key-finder.ts'
import { languageModelOf } from './language-model-of.ts'
import { readCribs } from './read-cribs.ts'
import { readKnown } from './read-known.ts'
import type { SubstitutionOptions } from './substitution-options.ts'

export { createLexicon, type SubstitutionLexicon } from './substitution-lexicon.ts'
export type { SubstitutionOptions } from './substitution-options.ts'

/** A search for a substitution, which may be told letters, and words of the plaintext. */
export interface SubstitutionSearch extends KeyFinder<Finding> {
  /** The characters that count as letters. */
  readonly alphabet: Alphabet
  steps(): number
  /**
   * Works out the tables in steps of some milliseconds, which the first session that reads would do in one: for programs
   * that have other things to do in between.
   */
  workOut(): Iterable<unknown>
  /**
   * The same search where letters are known: the plaintext letter of each ciphertext letter, such as `{ X: 'e' }` or
   * `X=e,Q=u`. It shares the tables.
   *
   * @throws InvalidOptionError on what is no letter, or on a letter that stands for two
   */
  knowing(letters: Readonly<Record<string, string>> | string): SubstitutionSearch
  /**
   * The same search where words are likely to occur in the plaintext, wherever that is: a list, or `BREAD,RIVER`. What
   * it reads as one of them costs next to nothing. Cribs of four letters and more tell something.
   *
   * @throws InvalidOptionError on what is no letter, and on more than 16 words
   */
  expecting(words: readonly string[] | string): SubstitutionSearch
  /** The same search by another number of partial keys, as `width`. It shares the tables. @throws InvalidOptionError */
  ofWidth(width: number): SubstitutionSearch
}

/** Partial keys at the most. */
const MOST_WIDTH = 100_000

/** Odds that a text is no substitution, where it is said to be one; a rest is long, for a search is dear. */
const openWorld: OpenWorldOptions = { odds: 1e-6, longestRest: 2 ** 15 }

/**
 * Every simple substitution, for the option `cipher`: keys that cannot be listed, filled in letter by letter as the text
 * arrives. The first session that reads works out 3 MB of tables for each layout, which all share.
 *
 * @throws InvalidOptionError on a width out of range
 * @example
 * import { createDecipherer, type Counts } from '@runnel/decipher'
 * import { createSubstitutionSearch } from '@runnel/decipher/substitution'
 * import type { RnnModel } from '@runnel/rnn-model'
 * const make = (model: RnnModel, words: Counts, letters: Counts) =>
 *   createDecipherer({ model, cipher: createSubstitutionSearch({ words, letters }).knowing({ X: 'e' }) })
 */
export const createSubstitutionSearch = (options: SubstitutionOptions): SubstitutionSearch => {
  const { words, letters, alphabet, lexicon, width = USUAL_WIDTH } = options
  checkWidth(width)
  const textLetters = createTextLetters(lettersIn(words.tokenizer), alphabet)
  let table: SearchTable | undefined
  const shared: SharedTable = {
    id: [words.id, letters.id, width, ...(lexicon ? [lexicon.id] : [])].join(' '),
    table() {
      table ??= { ...createSearchTable({ words, letters }, width), lexicon }
      return table
    },
    steps: () => table?.work.steps ?? 0,
  }
  return searchOf(shared, textLetters, noLetters)
}

const checkWidth = (width: number): void => {
  if (Number.isInteger(width) && width >= 100 && width <= MOST_WIDTH) return
  throw new InvalidOptionError('width', width, `a whole number, 100 to ${MOST_WIDTH}`)
}

/** Tables that are worked out when they are first needed. */
interface SharedTable {
  readonly id: string
  table(): SearchTable
  steps(): number
}

/** Tables made of others, told apart by what is said of them. */
const madeOf = (
  shared: SharedTable,
  inWords: string,
  make: (table: SearchTable) => SearchTable,
): SharedTable => {
  let table: SearchTable | undefined
  return {
    id: `${shared.id} ${inWords}`,
    table() {
      table ??= make(shared.table())
      return table
    },
    steps: shared.steps,
  }
}

const searchOf = (shared: SharedTable, letters: TextLetters, known: KnownLetters): SubstitutionSearch => {
  const { alphabet } = letters
  return {
    name: 'substitution',
    alphabet,
    steps: shared.steps,
    workOut: () => shared.table().workOut(),
    knowing: (pairs) => searchOf(shared, letters, readKnown(pairs, letters)),
    expecting(words) {
      const cribs = readCribs(words, letters.read)
      if (cribs.length === 0) return searchOf(shared, letters, known)
      return searchOf(
        madeOf(shared, cribs.join(' '), (table) => expecting(table, cribs)),
        letters,
        known,
      )
    },
    ofWidth(width) {
      checkWidth(width)
      return searchOf(
        madeOf(shared, `width ${width}`, (table) => narrowed(table, width)),
        letters,
        known,
      )
    },
    prepare(means) {
      const { options } = means
      const model = languageModelOf(means.model, 'substitution')
      const { rule, watch, gap, ...search } = resolved(options)
      const family = keyFamilyOf('caesar', alphabet.letters)
      const plan = createSearchPlan(
        model,
        family,
        createReadings(family, model.tokenizer, model.name),
        search,
      )
      const language = languageOf(plan)
      // Counts that stand in for a net know what these counts know.
      const net = model.engine === undefined ? undefined : netMeansOf(model, letters.read.letters)
      const createKeys = (saved?: SectionReader) =>
        new ChangingKey(
          search.changeRate,
          (from) => new SubstitutionBelief({ ...shared.table(), known }, letters, net, from),
          saved,
        )
      return {
        fingerprint: {
          ...modelInWords(model.name, model),
          keys: `substitution ${shared.id} ${known.letters}`,
          belief: 'substitution 6',
          ...optionsInWords(options),
        },
        alphabet,
        symbols: createSymbolTable(alphabet.letters + alphabet.letters.toUpperCase()),
        rule,
        watch,
        gap,
        language,
        createKeys,
        createBelief: (saved) => new OpenWorld(language, createKeys, saved, openWorld),
      }
    },
  }
}
