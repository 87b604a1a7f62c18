import { createRandom } from '@runnel/core'
import type { State } from '../engine/engine.ts'
import type { RnnModel } from '../model.ts'

/** Ids of random symbols of a model, none of them padding. */
export const randomIds = ({ tokenizer }: RnnModel, length: number, seed: number): number[] => {
  const random = createRandom(seed)
  return Array.from({ length }, () => 1 + random.integer(tokenizer.vocabulary - 1))
}

/** Runs a model over some ids, `[ids.length, vocabulary]`, from the start of a stream or from `state`. */
export const outputsOf = (
  model: RnnModel,
  ids: ArrayLike<number>,
  state: State = model.createState(),
): Float32Array => {
  const out = new Float32Array(ids.length * model.tokenizer.vocabulary)
  model.run(ids, state, out)
  return out
}
