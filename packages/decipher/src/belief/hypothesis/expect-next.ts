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

/**
 * The same of many readers, which have read equally much.
 *
 * @returns row after row, `stride` apart; one row for all, 0 apart, at the start of a stream
 */
export const expectEach = (
  plan: SearchPlan,
  readers: readonly NetReader[],
): { table: Float32Array; stride: number } => {
  const { model, rows } = plan
  const [first] = readers
  if (first.id === 0) return { table: expectNext(plan, first), stride: 0 }
  const stride = model.outputs
  if (readers.length === 1) return { table: expectNext(plan, first), stride }
  if (first.state) {
    const ids = readers.map(({ id }) => id)
    model.stepMany(
      ids,
      readers.flatMap(({ state }) => state ?? []),
      rows,
    )
  } else {
    for (const [i, reader] of readers.entries()) rows.set(expectNext(plan, reader), i * stride)
  }
  return { table: rows, stride }
}
