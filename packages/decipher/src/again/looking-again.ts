import type { Decipherer } from '../decipherer.ts'
import { AgainSession } from './again-session.ts'

/** Means of looking at a text again. */
export interface AgainMeans {
  /** Tells these means from all others, so that a snapshot is never restored under others. */
  readonly name: string
  /** The decipherers that are worth trying on a whole text that was not read, such as those of transpositions. */
  others(text: string): Iterable<Decipherer>
}

/**
 * Looks again at a text that a decipherer has not read, when it ends: by other decipherers, of which the surest is
 * believed if it is at least 0.9 sure. Until a key is told that sure, up to 1,024 UTF-16 units, nothing is final.
 *
 * @example
 * import { type Counts, createDecipherer } from '@runnel/decipher'
 * import { lookingAgain } from '@runnel/decipher/again'
 * import { transpositionFinders } from '@runnel/decipher/ciphers'
 * import type { RnnModel } from '@runnel/rnn-model'
 * const make = (model: RnnModel, counts: Counts) => {
 *   const rails = createDecipherer({ counts, cipher: transpositionFinders['rail-fence']() })
 *   return lookingAgain({ name: 'rails', others: () => [rails] })(createDecipherer({ model, counts }))
 * }
 */
export const lookingAgain =
  (means: AgainMeans): ((decipherer: Decipherer) => Decipherer) =>
  (decipherer) =>
    Object.freeze({
      createSession(...[snapshot, watch]: Parameters<Decipherer['createSession']>) {
        const session = new AgainSession({ decipherer, means }, snapshot, watch)
        // A plain object, which others may spread to wrap it.
        return {
          push: (chunk) => session.push(chunk),
          settle: () => session.settle(),
          flush: () => session.flush(),
          snapshot: () => session.snapshot(),
          free: () => session.free(),
        }
      },
    } satisfies Decipherer)
