import { InvalidOptionError, type Tokenizer } from '@runnel/core'
import type { LanguageModel } from '../language-model.ts'
import { EARLY, EARLY_SHARE, HEAVY, LATE_SHARE } from './constants.ts'
import type { Counts } from './counts.ts'
import { LaggingState, lengthBeside } from './lagging-state.ts'

/**
 * A language model with counts beside it. A text of little weight is foretold by the counts alone; the model reads it,
 * all that waits at once, when it has come to weigh enough. What the model has read is foretold by the mean of both,
 * which is better than either.
 *
 * @throws InvalidOptionError when they tell other symbols apart
 */
export const besideCounts = (counts: Omit<Counts, 'beside'>, model: LanguageModel): LanguageModel => {
  const { outputs, least } = model
  if (symbolsOf(counts.tokenizer) !== symbolsOf(model.tokenizer)) {
    throw new InvalidOptionError('counts', counts.name, `counts of the symbols of ${model.name}`)
  }
  let scratch = new Float32Array(outputs)
  const rows = new WeakMap<LaggingState, Float32Array>()

  /** Fills a row with what comes next: as the counts have it or, where the model has read all, also as that has it. */
  const foretell = (
    state: LaggingState,
    out: Float32Array,
    at: number,
    read?: ArrayLike<number>,
    from = 0,
  ): void => {
    const context = counts.contextOf(state.recent, state.length)
    const share = !read ? 1 : state.symbols < EARLY ? EARLY_SHARE : LATE_SHARE
    for (let id = 1; id < outputs; id++) {
      const counted = counts.probabilityOf(id, context)
      out[at + id] = read ? share * counted + (1 - share) * Math.max(least, read[from + id]) : counted
    }
  }

  /** Has the model read all that waits, in as many calls as the longest wait asks for; the last one reads for all. */
  const readUp = (states: readonly LaggingState[]): void => {
    if (scratch.length < states.length * outputs) scratch = new Float32Array(states.length * outputs)
    for (let left = states.reduce((most, { unread }) => Math.max(most, unread), 0); left > 0; left--) {
      const behind = states.filter(({ unread }) => unread === left)
      const opened = behind.map((state) => state.open())
      model.stepMany(
        behind.map((state) => state.next()),
        opened,
        scratch,
      )
    }
  }

  return {
    name: model.name,
    id: `${model.id} ${counts.id}`,
    tokenizer: model.tokenizer,
    outputs,
    least,
    isLazy: true,
    stateLength: lengthBeside(model),
    createState: () => new LaggingState(model),
    saveState: (state) => (state as LaggingState).save(),
    loadState(values) {
      const length = lengthBeside(model)
      if (values.length !== length) throw new InvalidOptionError('state', values.length, `${length} numbers`)
      return new LaggingState(model, values)
    },
    copyState: (from, to) => (to as LaggingState).copy(from as LaggingState),
    step(id, state, weight = 1) {
      const own = state as LaggingState
      const output = rows.get(own) ?? new Float32Array(outputs)
      rows.set(own, output)
      own.push(id)
      let read: Float32Array | undefined
      if (weight >= HEAVY) while (own.unread > 0) read = model.step(own.next(), own.open())
      foretell(own, output, 0, read)
      return output
    },
    stepMany(ids, states, out, weights) {
      const heavy: LaggingState[] = []
      const places: number[] = []
      for (let i = 0; i < states.length; i++) {
        const state = states[i] as LaggingState
        state.push(ids[i])
        if (weights && weights[i] < HEAVY) foretell(state, out, i * outputs)
        else {
          heavy.push(state)
          places.push(i)
        }
      }
      readUp(heavy)
      for (let i = 0; i < heavy.length; i++)
        foretell(heavy[i], out, places[i] * outputs, scratch, i * outputs)
    },
  }
}

const symbolsOf = ({ alphabet, options }: Tokenizer): string => JSON.stringify([alphabet, options])
