import type { KeyFamily } from '../../keys/key-family.ts'
import type { LanguageModel, LanguageState } from '../../language/language-model.ts'
import { LEAST, WIDTH } from './constants.ts'
import { type Hypothesis, hypothesisOf, type StartingKey, startingKeys } from './hypothesis.ts'
import { kinOf } from './kin.ts'
import type { Readings } from './readings.ts'
import { createStarts, type StartsScratch } from './starts.ts'

/** All that the searches of a decipherer share: it does not change from symbol to symbol. */
export interface SearchPlan {
  readonly model: LanguageModel
  readonly family: KeyFamily
  readonly readings: Readings
  /** Where every stream starts: as if a space had been read. */
  readonly start: { readonly state: Float32Array; readonly expected: Float32Array }
  /** Probability that the key changes at a letter. */
  readonly changeRate: number
  /** A hypothesis less probable than this is dropped; a change of key, if one is expected, brings it back. */
  readonly drop: number
  /** Probability of any one letter under an unknown key. */
  readonly chance: number
  /** Hypotheses at the most. */
  readonly most: number
  /** The keys that every stream starts with. */
  readonly starts: readonly StartingKey[]
  /** The keys among which a change of key is looked for: all, where they are listed and read a symbol alike anywhere. */
  readonly listed: readonly StartingKey[]
  /** The phase of a key that reads a symbol alike anywhere: no numbers, so that all may share it. */
  readonly noPhase: Int32Array
  /** Largest prior of a listed key. */
  readonly largestPrior: number
  /** A probability, but for the smallest: the model says how small. */
  atLeast(probability: number): number
  /** A state that goes on from where another stands; from the start of a stream, where none is given. */
  copy(state: LanguageState | undefined): LanguageState
  /** Probability of each symbol after each other at the beginning of a word, `[vocabulary, outputs]`. */
  readonly pairs: Float32Array
  /** A factor for each symbol, `[outputs]`: how much languages akin like it, next to the model's own. */
  readonly kin: Float32Array
  /** States after each symbol at the beginning of a word, as numbers: where every stream stands after one symbol. */
  readonly seconds: readonly Float32Array[]
  /** Scratch: the state of a text that is only looked at, where that spares a model most of its work. */
  readonly trial: LanguageState | undefined
  /** Scratch: the probabilities that each hypothesis expects next, `[most, outputs]`. */
  readonly rows: Float32Array
  /** Scratch: changes to each listed key. */
  readonly changes: StartsScratch
  /** Whether searches take down what each symbol does to them. */
  readonly traces: boolean
}

/** Makes a plan. */
export const createSearchPlan = (
  model: LanguageModel,
  family: KeyFamily,
  readings: Readings,
  { changeRate, drop }: { changeRate: number; drop: number },
): SearchPlan => {
  const state = model.createState()
  const expected = model.step(model.tokenizer.idOf(0x20), state).slice()
  const start = { state: model.saveState(state), expected }
  state.free()
  const least = Math.max(model.least, LEAST)
  const starts = startingKeys(family)
  const most = family.slots === 1 ? starts.length : WIDTH
  const listed = family.slots === 1 && family.phaseLength === 0 ? starts : []
  return {
    model,
    family,
    readings,
    start,
    ...readFirst(model, start.state),
    kin: kinOf(model),
    changeRate,
    drop,
    chance: 1 / family.alphabet.size,
    most,
    starts,
    listed,
    noPhase: new Int32Array(0),
    largestPrior: listed.reduce((largest, { prior }) => Math.max(largest, prior), 0),
    // So that NaN, from a state that no text leads to, is the least too.
    atLeast: (probability) => (probability >= least ? probability : least),
    copy(from) {
      if (!from) return model.loadState(start.state)
      const state = model.createState()
      model.copyState(from, state)
      return state
    },
    trial: model.isLazy ? model.createState() : undefined,
    rows: new Float32Array(most * model.outputs),
    changes: createStarts(listed),
    traces: false,
  }
}

/** The hypotheses that a stream starts with. */
export const firstHypotheses = ({ starts, family: { phaseLength }, noPhase }: SearchPlan): Hypothesis[] =>
  starts.map((key) => hypothesisOf(key, phaseLength === 0 ? noPhase : new Int32Array(phaseLength)))

/** Reads each symbol at the beginning of a word. */
const readFirst = (model: LanguageModel, start: Float32Array): Pick<SearchPlan, 'pairs' | 'seconds'> => {
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
