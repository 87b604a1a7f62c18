import type { Decipherer } from '../decipherer.ts'
import { plainSession } from '../session/stepped-session.ts'
import { HeadSession } from './head-session.ts'

/**
 * Leaves the heading of a text as it stands, such as the lines of a mail, the number of a geocache or `Hint:`, and has what
 * follows it deciphered by itself. A heading is known by its names, and is read like all else where a key is
 * sure to explain it, or nothing follows it. Up to 1,024 UTF-16 units of it wait until it ends.
 *
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { readingHeads } from '@runnel/decipher/flags'
 * import type { RnnModel } from '@runnel/rnn-model'
 * const make = (model: RnnModel) => readingHeads(createDecipherer({ model }))
 */
export const readingHeads = (decipherer: Decipherer): Decipherer =>
  Object.freeze({
    createSession(...[snapshot, watch]: Parameters<Decipherer['createSession']>) {
      return plainSession(new HeadSession(decipherer, snapshot, watch))
    },
  } satisfies Decipherer)
