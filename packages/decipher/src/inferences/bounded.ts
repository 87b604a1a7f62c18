import { InvalidOptionError } from '@runnel/core'
import { WAKE_LETTERS } from '../belief/beyond/constants.ts'
import { Patience } from '../belief/beyond/patience.ts'
import type { Finding, KeyFinder } from './key-finder.ts'

/** The most letters that a search may wait for: they are read at one go. */
const MOST_AFTER = 128

/** Letters that bound the trouble of a search. */
export interface BoundedOptions {
  /** Letters that it waits for, 8 to 128, and twice as many at the most until some letters come more often than others. */
  readonly after: number
  /** Letters of a text within which it has to find a key, no fewer than that. */
  readonly trial: number
}

/**
 * A search that takes less trouble among those that `createAuto` has: for keys that leave some letters more frequent than others.
 *
 * @throws InvalidOptionError on letters out of range
 * @example
 * import { bounded, createAuto } from '@runnel/decipher/auto'
 * import type { SubstitutionSearch } from '@runnel/decipher/substitution'
 * const make = (search: SubstitutionSearch) => createAuto({ beyond: [bounded(search, { after: 40, trial: 160 })] })
 */
export const bounded = (finder: KeyFinder<Finding>, { after, trial }: BoundedOptions): KeyFinder<Finding> => {
  const isSound = [after, trial].every(Number.isInteger) && after >= WAKE_LETTERS && after <= MOST_AFTER
  if (!isSound || trial < after) {
    const wanted = `letters to wait for, ${WAKE_LETTERS} to ${MOST_AFTER}, and no fewer to read`
    throw new InvalidOptionError('bounds', { after, trial }, wanted)
  }
  return {
    ...finder,
    prepare(means) {
      const found = finder.prepare(means)
      const { fingerprint, alphabet } = found
      return {
        ...found,
        fingerprint: { ...fingerprint, belief: `${fingerprint.belief}, after ${after}, within ${trial}` },
        bounds: { trial, wait: (saved) => new Patience(after, alphabet, saved) },
      }
    },
  }
}
