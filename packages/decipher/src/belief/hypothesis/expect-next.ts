import type { LanguageState } from '../../language/language-model.ts'
import type { SearchPlan } from './plan.ts'

/** A reader of a text with one key: how far a language model has come. */
export interface TextReader {
  /** Undefined as long as it stands where every stream starts. */
  state: LanguageState | undefined
  /** Token id that the model has yet to read; 0 before the first. */
  id: number
}

/**
 * Has the model read the reader's `id`. The first two symbols of a stream take no step: what comes of them was found
 * once for all streams.
 *
 * @returns the probabilities that it expects next, valid until it reads on
 */
export const expectNext = (
  { model, start, pairs, seconds }: SearchPlan,
  reader: TextReader,
  weight = 1,
): Float32Array => {
  const { state, id } = reader
  if (id === 0) return start.expected
  if (state) return model.step(id, state, weight)
  reader.state = model.loadState(seconds[id])
  return pairs.subarray(id * model.outputs, (id + 1) * model.outputs)
}

/**
 * Has the model read on for many readers, which have read equally much, and tells each where its row begins (`at`).
 *
 * @returns the table of rows: one for each, or at the start of a stream one for all
 */
export const expectEach = (
  plan: SearchPlan,
  readers: readonly (TextReader & { at: number; weight: number })[],
  share = 1,
): Float32Array => {
  const { model, rows } = plan
  const [first] = readers
  const isShared = first.id === 0
  for (let i = 0; i < readers.length; i++) readers[i].at = isShared ? 0 : i * model.outputs
  if (isShared || readers.length === 1) return expectNext(plan, first, share)
  if (first.state) {
    const ids = readers.map(({ id }) => id)
    model.stepMany(
      ids,
      readers.flatMap(({ state }) => state ?? []),
      rows,
      readers.map(({ weight }) => weight * share),
    )
  } else {
    for (const reader of readers) rows.set(expectNext(plan, reader), reader.at)
  }
  return rows
}
