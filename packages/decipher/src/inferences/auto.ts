import { InvalidOptionError } from '@runnel/core'
import { BeyondListed } from '../belief/beyond/beyond-listed.ts'
import type { BeyondPlan } from '../belief/beyond/beyond-plan.ts'
import { LONGEST_TRIAL, TRIAL, WAKE_LETTERS } from '../belief/beyond/constants.ts'
import type { DearSearch } from '../belief/beyond/dear-keys.ts'
import { type KeyChoice, keyFamilyOf } from '../keys/index.ts'
import type { SettlingOptions } from '../settling/settling-stream.ts'
import type { EndingFinder, Finding, FindingMeans, KeyFinder, ListedFinding } from './key-finder.ts'
import { prepareKeySearch } from './key-search.ts'
import { languageModelOf } from './language-model-of.ts'

export { type BoundedOptions, bounded } from './bounded.ts'

/** Keys that are weighed, and those that are sought where they fail. */
export interface AutoOptions {
  /**
   * Keys that are weighed from the first letter on: a name, keys of your own, or those of text in other languages, as
   * `amongLanguages` gives them; `'auto'` unless given.
   */
  readonly listed?: KeyChoice | KeyFinder<ListedFinding> | EndingFinder
  /** Searches that sleep as long as these explain the text; of equals the first is told. */
  readonly beyond: readonly KeyFinder<Finding>[]
  /**
   * Letters that searches read of a text that they do not explain either, before they rest, 8 to 4,096: 256 unless given. Then
   * they rest for 1,024 letters, twice as many each time, up to 32,768.
   */
  readonly trial?: number | undefined
}

/**
 * All keys that can be listed, and where they fail those that have to be sought, for the option `cipher`: text that listed
 * keys explain costs what it did without. What wakes has read the text from its beginning, up to 512 characters.
 *
 * @example
 * import { createDecipherer, type Counts } from '@runnel/decipher'
 * import { createAuto } from '@runnel/decipher/auto'
 * import { keyFinders } from '@runnel/decipher/ciphers'
 * import type { RnnModel } from '@runnel/rnn-model'
 * const make = (model: RnnModel, counts: Counts) =>
 *   createDecipherer({ model, counts, cipher: createAuto({ beyond: [keyFinders.vigenere()] }) })
 */
export const createAuto = ({ listed = 'auto', beyond, trial = TRIAL }: AutoOptions): Required<KeyFinder> => ({
  name: 'auto',
  steps: () => beyond.reduce((sum, search) => sum + (search.steps?.() ?? 0), 0),
  prepare(means) {
    if (!Number.isInteger(trial) || trial < WAKE_LETTERS || trial > LONGEST_TRIAL) {
      throw new InvalidOptionError(
        'trial',
        trial,
        `a whole number of letters, ${WAKE_LETTERS} to ${LONGEST_TRIAL}`,
      )
    }
    return besides(
      prepareListed(listed, means),
      beyond.map((finder) => named(finder.name, finder.prepare({ ...means, isSparing: true }))),
      trial,
    )
  },
})

/** A search by the name that its snapshots tell: that of its cipher, and of its language where that is told. */
const named = (cipher: string, found: Finding): Finding & DearSearch => ({
  ...found,
  name: found.code === undefined ? cipher : `${cipher}-${found.code}`,
})

const prepareListed = (listed: Required<AutoOptions>['listed'], means: FindingMeans): ListedFinding => {
  if (typeof listed === 'object' && 'prepare' in listed) return listed.prepare(means)
  if (typeof listed === 'object' && 'createInference' in listed) {
    throw new InvalidOptionError('listed', listed.name, 'languages of one script')
  }
  const { counts, options } = means
  const model = languageModelOf(means.model, 'auto')
  return prepareKeySearch(counts?.beside(model) ?? model, keyFamilyOf(listed), options)
}

const besides = (
  listed: ListedFinding,
  searches: readonly (Finding & DearSearch)[],
  trial: number,
): SettlingOptions => {
  const planOf = (traces: boolean): BeyondPlan => ({
    createListed: (saved) => listed.createBelief(saved, traces),
    searches,
    alphabet: listed.alphabet,
    trial,
  })
  return {
    ...listed,
    fingerprint: {
      ...listed.fingerprint,
      beyond: searches.map(({ fingerprint: { keys, belief } }) => `${keys} (${belief})`).join(', '),
      trial: String(trial),
    },
    createBelief: (saved, traces) => new BeyondListed(planOf(traces), saved),
  }
}
