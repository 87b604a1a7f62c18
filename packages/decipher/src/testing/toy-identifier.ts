import { createRandom } from '@runnel/core'
import { FEATURES } from '../identify/features.ts'
import { encodeIdentifyModel, type IdentifyModel } from '../identify/identify-model.ts'
import { KINDS } from '../identify/kinds.ts'
import { type Identifier, type IdentifierOptions, loadIdentifier } from '../identify/load-identifier.ts'

const HIDDEN = 4

/** Random numbers in place of what an identifier would have learned: the same in every runtime, of no use but in tests. */
export const toyIdentifyModel = (): IdentifyModel => {
  const random = createRandom(20)
  const drawn = (length: number, range: number): Float64Array =>
    Float64Array.from({ length }, () => Math.round(1024 * range * (random.next() - 0.5)) / 1024)
  return {
    english: { letters: drawn(26, 4), pairs: drawn(676, 8), bytes: drawn(256, 8) },
    classifier: {
      hidden: drawn(HIDDEN * FEATURES, 1),
      hiddenBias: drawn(HIDDEN, 1),
      output: drawn(KINDS.length * HIDDEN, 1),
      outputBias: drawn(KINDS.length, 1),
    },
  }
}

/** An identifier with random weights. */
export const createToyIdentifier = async (options?: IdentifierOptions): Promise<Identifier> =>
  loadIdentifier(await encodeIdentifyModel('toy', toyIdentifyModel()), options)
