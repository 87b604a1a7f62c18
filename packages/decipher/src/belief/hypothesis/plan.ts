import type { RnnModel, State } from '@runnel/rnn-model'
import type { Readings } from './readings.ts'

/** What all searches of a decipherer share: it does not change from symbol to symbol. */
export interface SearchPlan {
  readonly model: RnnModel
  readonly readings: Readings
  /** Where every stream starts: as if a space had been read. */
  readonly start: { readonly state: Float32Array; readonly expected: Float32Array }
  /** Probability that the key changes at a letter. */
  readonly changeRate: number
  /** A hypothesis less probable than this is dropped; a change of key, if one is expected, brings it back. */
  readonly drop: number
  /** Probability of any one letter under an unknown key. */
  readonly chance: number
  /** Largest prior of a key. */
  readonly largestPrior: number
  /** A probability, but for the smallest: one surprise, such as a typing error, must not kill the true key. */
  atLeast(probability: number): number
  /** A state that goes on from where another stands; from the start of a stream, where none is given. */
  copy(state: State | undefined): State
  /** Probability of each symbol after each other at the beginning of a word, `[vocabulary, outputs]`. */
  readonly pairs: Float32Array
  /** States after each symbol at the beginning of a word, as numbers: where every stream stands after one symbol. */
  readonly seconds: readonly Float32Array[]
  /** Scratch: what each hypothesis expects next, `[keys, outputs]`. */
  readonly rows: Float32Array
}

/** Least probability of any symbol. */
const FLOOR = 1e-4

/** Makes a plan. */
export const createSearchPlan = (
  model: RnnModel,
  readings: Readings,
  letters: number,
  { changeRate, drop }: { changeRate: number; drop: number },
): SearchPlan => {
  const state = model.createState()
  const expected = model.step(model.tokenizer.idOf(0x20), state).slice()
  const start = { state: model.saveState(state), expected }
  state.free()
  return {
    model,
    readings,
    start,
    ...readFirst(model, start.state),
    changeRate,
    drop,
    chance: 1 / letters,
    largestPrior: Math.max(...readings.priors),
    atLeast: (probability) => (probability < FLOOR ? FLOOR : probability),
    copy(from) {
      if (!from) return model.loadState(start.state)
      const state = model.createState()
      model.copyState(from, state)
      return state
    },
    rows: new Float32Array(readings.keys * model.outputs),
  }
}

/** Reads each symbol at the beginning of a word. */
const readFirst = (model: RnnModel, start: Float32Array): Pick<SearchPlan, 'pairs' | 'seconds'> => {
  const { vocabulary } = model.tokenizer
  const pairs = new Float32Array(vocabulary * model.outputs)
  const seconds = Array.from({ length: vocabulary }, (_, id) => {
    const state = model.loadState(start)
    if (id > 0) pairs.set(model.step(id, state), id * model.outputs)
    const values = model.saveState(state)
    state.free()
    return values
  })
  return { pairs, seconds }
}
