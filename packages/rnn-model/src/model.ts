import { InvalidOptionError, type Tokenizer } from '@runnel/core'
import { checkWeights, type ModelConfig, type ModelDefinition, tokenizerOf } from './config.ts'
import type { Engine, State } from './engine/engine.ts'
import { typedArrayEngine } from './engine/typed-array.ts'

/** A net ready to run. Frozen: any number of streams may share it, each with a state of its own. */
export interface RnnModel {
  readonly config: ModelConfig
  /** SHA-256 of the model file in hexadecimal: two models with the same id give the same text. */
  readonly id: string
  readonly engine: string
  readonly tokenizer: Tokenizer
  /** A state at the start of a stream. */
  createState(): State
  /** Numbers in a saved state. */
  readonly stateLength: number
  /** Copies a state, for a snapshot. */
  saveState(state: State): Float32Array
  /** A state that goes on where the saved one stood. @throws InvalidOptionError on a wrong length */
  loadState(values: Float32Array): State
  /**
   * One time step. Mutates `state`.
   *
   * @returns probabilities `[vocabulary]`; the array is the state's own and the next step overwrites it
   * @throws InvalidOptionError when `id` is not in the vocabulary
   */
  step(id: number, state: State): Float32Array
  /**
   * Many time steps. Mutates `state`, and fills `out` as `[ids.length, vocabulary]`.
   *
   * @throws InvalidOptionError when an id is not in the vocabulary or `out` is too short
   */
  run(ids: ArrayLike<number>, state: State, out: Float32Array): void
}

/**
 * Makes a model from its definition.
 *
 * @param id identity of the weights, normally from `decodeModel`
 * @throws ModelFormatError when weights and configuration disagree
 */
export const createModel = (
  definition: ModelDefinition,
  id: string,
  engine: Engine = typedArrayEngine,
): RnnModel => {
  checkWeights(definition)
  const { config } = definition
  const net = engine.prepare(definition)
  const tokenizer = tokenizerOf(config)
  const { vocabulary } = tokenizer
  const stateLength = net.createState().values.length

  const step = (token: number, state: State): Float32Array => {
    if (!(Number.isInteger(token) && token >= 0 && token < vocabulary)) {
      throw new InvalidOptionError('id', token, `a token id from 0 to ${vocabulary - 1}`)
    }
    net.step(token, state)
    return state.output
  }

  return Object.freeze({
    config,
    id,
    engine: engine.name,
    tokenizer,
    stateLength,
    createState: () => net.createState(),
    saveState: (state: State) => state.values.slice(),
    loadState(values: Float32Array) {
      if (values.length !== stateLength) {
        throw new InvalidOptionError('state', values.length, `${stateLength} numbers`)
      }
      const state = net.createState()
      state.values.set(values)
      return state
    },
    step,
    run(ids: ArrayLike<number>, state: State, out: Float32Array) {
      if (out.length < ids.length * vocabulary) {
        throw new InvalidOptionError('out', out.length, `at least ${ids.length * vocabulary} numbers`)
      }
      for (let t = 0; t < ids.length; t++) out.set(step(ids[t], state), t * vocabulary)
    },
  })
}
