import type { State } from '@runnel/rnn-model'
import type { SearchPlan } from './plan.ts'

/** What reads along a text with one key. */
export interface NetReader {
  /** Undefined as long as it stands where every stream starts. */
  state: State | undefined
  /** Token id that the net has yet to read; 0 before the first. */
  id: number
}

/**
 * Has the net read the reader's `id`. The first two symbols of a stream take no net step: what comes of them was found
 * once for all streams.
 *
 * @returns what the net expects next, valid until it reads on
 */
export const expectNext = ({ model, start, pairs, seconds }: SearchPlan, reader: NetReader): Float32Array => {
  const { state, id } = reader
  if (id === 0) return start.expected
  if (state) return model.step(id, state)
  reader.state = model.loadState(seconds[id])
  return pairs.subarray(id * model.outputs, (id + 1) * model.outputs)
}
