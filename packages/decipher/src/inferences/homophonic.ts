import { InvalidOptionError } from '@runnel/core'
import { END_RUNS, MOVES } from '../belief/homophonic/constants.ts'
import { HomophoneSearch } from '../belief/homophonic/homophone-search.ts'
import { createKeyMeans, type KeyMeans } from '../belief/homophonic/key-means.ts'
import { isSymbol, symbolsAs } from '../belief/homophonic/symbol-units.ts'
import type { Counts } from '../language/counts/counts.ts'
import type { ByteReader } from '../saving/bytes.ts'
import { optionsInWords, resolved } from '../settling/live-options.ts'
import { HomophonicStream } from './homophonic-stream.ts'
import type { EndingFinder } from './key-finder.ts'

export { homophonicUnder } from './homophonic-known.ts'

/** The language that a homophonic substitution is searched in. */
export interface HomophonicOptions {
  /** Counts of words with spaces between them, from `loadCounts`. */
  readonly words: Counts
  /** Counts of the same text without spaces. */
  readonly letters: Counts
  /** Seed of the search, a whole number from 0 to 65,535; 1 unless given. Another one may find what this one misses. */
  readonly seed?: number
  /**
   * Moves that a run of the search tries at the end of a text, 1,000 to 100,000,000; a run while text arrives tries half as
   * many. 1,200,000 unless given: a third of a second each.
   */
  readonly moves?: number
  /** Runs at the end of a text at the most, 1 to 6; 6 unless given. None follows one that finds the key. */
  readonly runs?: number
}

/** A search for a homophonic substitution. */
export interface HomophonicSearch extends EndingFinder {
  /** Steps of work so far, each about as long as one of a small net: of all sessions together. */
  steps(): number
}

/** Tells snapshots of this search from those of others. */
const BELIEF = 'homophonic 2'

const MOST_SEED = 65_535

/**
 * Every homophonic substitution, for the option `cipher`: more symbols than letters, each of which stands for a letter.
 * Symbols are any characters but white space, or numbers of up to three digits in a row.
 *
 * The key is sought in the first 1,024 letters, from letter 128 on, and at the end of a shorter text. Text waits for it,
 * whatever `commit.maxDelay` is.
 *
 * @throws InvalidOptionError on a seed, or a number of moves or runs, out of range
 * @example
 * import { type Counts, createDecipherer } from '@runnel/decipher'
 * import { createHomophonicSearch } from '@runnel/decipher/homophonic'
 * const make = (words: Counts, letters: Counts) =>
 *   createDecipherer({ cipher: createHomophonicSearch({ words, letters }) })
 */
export const createHomophonicSearch = ({
  seed = 1,
  moves = MOVES.usual,
  runs = END_RUNS,
  ...counts
}: HomophonicOptions): HomophonicSearch => {
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED)) {
    throw new InvalidOptionError('seed', seed, `a whole number, 0 to ${MOST_SEED}`)
  }
  if (!(Number.isInteger(moves) && moves >= MOVES.least && moves <= MOVES.most)) {
    throw new InvalidOptionError('moves', moves, `a whole number, ${MOVES.least} to ${MOVES.most}`)
  }
  if (!(Number.isInteger(runs) && runs >= 1 && runs <= END_RUNS)) {
    throw new InvalidOptionError('runs', runs, `a whole number, 1 to ${END_RUNS}`)
  }
  let means: KeyMeans | undefined
  const { words, letters } = counts
  return {
    name: 'homophonic',
    steps: () => means?.work.steps ?? 0,
    createInference({ options }) {
      const { probability } = resolved(options).rule
      return {
        fingerprint: {
          keys: `homophonic ${words.id} ${letters.id} ${seed} ${moves} ${runs}`,
          belief: BELIEF,
          ...optionsInWords(options),
        },
        alphabet: symbolsAs(isSymbol),
        createStream(saved) {
          means ??= createKeyMeans(counts, { seed, moves, runs })
          const shared = means
          const createKeys = (own?: ByteReader) => new HomophoneSearch(shared, own)
          return new HomophonicStream({ probability, numbers: undefined, createKeys }, saved)
        },
      }
    },
  }
}
