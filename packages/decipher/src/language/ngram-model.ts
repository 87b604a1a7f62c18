import { InvalidOptionError, type Tokenizer } from '@runnel/core'
import type { LanguageModel, LanguageState } from './language-model.ts'

/** Counts of n-grams, smoothed in whatever way, and the tokenizer whose ids they count. */
export interface NgramCounts {
  readonly name: string
  /** Two sets of counts with the same id give the same probabilities. */
  readonly id: string
  readonly tokenizer: Tokenizer
  /** Symbols that a probability depends on at most, the one foretold included: 5 for 5-grams. */
  readonly order: number
  /** Fills `out`, `[vocabulary]`, with the probability of each id after the latest `order - 1` ids or, at the start, fewer. */
  predict(context: Uint16Array, out: Float32Array): void
}

interface NgramState extends LanguageState {
  /** The latest ids, the latest last. */
  ids: Uint16Array
  readonly output: Float32Array
}

/** A language model that knows the latest symbols and nothing before them. A state holds `order - 1` numbers. */
export const createNgramModel = ({ name, id, tokenizer, order, predict }: NgramCounts): LanguageModel => {
  const outputs = tokenizer.vocabulary
  const stateLength = order - 1
  const createState = (): NgramState => ({
    ids: new Uint16Array(0),
    output: new Float32Array(outputs),
    free() {},
  })
  const step = (symbol: number, state: LanguageState): Float32Array => {
    const own = state as NgramState
    own.ids = Uint16Array.of(...own.ids.subarray(own.ids.length === stateLength ? 1 : 0), symbol)
    predict(own.ids, own.output)
    return own.output
  }
  return {
    name,
    id,
    tokenizer,
    outputs,
    least: 0,
    stateLength,
    createState,
    saveState(state) {
      const { ids } = state as NgramState
      // Ids run from 1, so that zeros in front tell how many are missing.
      const values = new Float32Array(stateLength)
      values.set(ids, stateLength - ids.length)
      return values
    },
    loadState(values) {
      if (values.length !== stateLength) {
        throw new InvalidOptionError('state', values.length, `${stateLength} numbers`)
      }
      const state = createState()
      state.ids = Uint16Array.from(values.filter((value) => value > 0))
      return state
    },
    copyState(from, to) {
      ;(to as NgramState).ids = (from as NgramState).ids
    },
    step,
    stepMany(ids, states, out) {
      states.forEach((state, i) => {
        out.set(step(ids[i], state), i * outputs)
      })
    },
  }
}
