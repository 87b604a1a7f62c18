import { InvalidOptionError, type Tokenizer } from '@runnel/core'
import { cellOf } from './cells/cell-of.ts'
import type { ModelConfig, ModelDefinition } from './config.ts'
import type { Engine, NetMemory, PrepareOptions, State } from './engine/engine.ts'
import { inputTable } from './engine/input-table.ts'
import { tokenizerOf } from './tokenizer-of.ts'

/** A net ready to run. Frozen: any number of streams may share it, each with a state of its own. */
export interface RnnModel {
  readonly config: ModelConfig
  /** SHA-256 of the model file in hexadecimal: two models with the same id, on the same engine, give the same text. */
  readonly id: string
  /** Name of the engine that runs it, with its arithmetic, such as `wasm-int8`. */
  readonly engine: string
  readonly tokenizer: Tokenizer
  /** Numbers that a step gives: the vocabulary, or the keys that the net tells apart. */
  readonly outputs: number
  /** A state at the start of a stream. */
  createState(): State
  /** Numbers in a saved state. */
  readonly stateLength: number
  /** Bytes of a state and of everything the model holds. */
  readonly memory: NetMemory
  /** Copies a state, for a snapshot. Any engine can go on with what another saved. */
  saveState(state: State): Float32Array
  /** A state that goes on where the saved one stood. @throws InvalidOptionError on a wrong length */
  loadState(values: Float32Array): State
  /** Makes one state what another is, but for its `output`: cheaper than saving and loading. Mutates `to`. */
  copyState(from: State, to: State): void
  /**
   * One time step. Mutates `state`.
   *
   * @returns probabilities `[outputs]`, or what `output` asked for; the array is the state's own and the next step overwrites it
   * @throws InvalidOptionError when `id` is not in the vocabulary
   */
  step(id: number, state: State): Float32Array
  /**
   * Many time steps in one call. Mutates `state`, and fills `out` as `[ids.length, outputs]`.
   *
   * @throws InvalidOptionError when an id is not in the vocabulary or `out` is too short
   */
  run(ids: ArrayLike<number>, state: State, out: Float32Array): void
  /**
   * One time step of many states, no two the same, each with its own id: hypotheses or streams side by side.
   * Mutates the states, leaves their `output` alone, and fills `out` as `[states.length, outputs]`.
   *
   * @throws InvalidOptionError as `run`, and when there are not as many ids as states
   */
  stepMany(ids: ArrayLike<number>, states: readonly State[], out: Float32Array): void
}

/**
 * Makes a model that an engine runs, of weights that are known to be those that the configuration needs.
 *
 * @param id identity of the weights, normally from `decodeModel`
 */
export const createModelOn = (
  definition: ModelDefinition,
  id: string,
  engine: Engine,
  options: PrepareOptions = {},
): RnnModel => {
  const { config, weights } = definition
  const tokenizer = tokenizerOf(config)
  const { vocabulary } = tokenizer
  const cells = config.layers.map(({ cell }) => cellOf(cell))
  const net = engine.prepare({ ...definition, cells, table: inputTable(definition, vocabulary) }, options)
  const outputs = weights['output.bias'].values.length
  const { stateLength } = net

  const check = (token: number): void => {
    if (Number.isInteger(token) && token >= 0 && token < vocabulary) return
    throw new InvalidOptionError('id', token, `a token id from 0 to ${vocabulary - 1}`)
  }
  const checkState = ({ net: owner }: State): void => {
    if (owner === net) return
    throw new InvalidOptionError(
      'state',
      owner ? 'one of another model' : 'a freed one',
      'a state of this model',
    )
  }
  const checkAll = (ids: ArrayLike<number>, out: Float32Array): void => {
    for (let t = 0; t < ids.length; t++) check(ids[t])
    if (out.length >= ids.length * outputs) return
    throw new InvalidOptionError('out', out.length, `at least ${ids.length * outputs} numbers`)
  }

  return Object.freeze({
    config,
    id,
    engine: engine.name,
    tokenizer,
    outputs,
    stateLength,
    get memory() {
      return net.memory
    },
    createState: () => net.createState(),
    saveState(state: State) {
      checkState(state)
      return net.saveState(state)
    },
    loadState(values: Float32Array) {
      if (values.length !== stateLength) {
        throw new InvalidOptionError('state', values.length, `${stateLength} numbers`)
      }
      const state = net.createState()
      net.restoreState(values, state)
      return state
    },
    copyState(from: State, to: State) {
      checkState(from)
      checkState(to)
      net.copyState(from, to)
    },
    step(token: number, state: State) {
      check(token)
      checkState(state)
      net.step(token, state)
      return state.output
    },
    run(ids: ArrayLike<number>, state: State, out: Float32Array) {
      checkAll(ids, out)
      checkState(state)
      net.run(ids, state, out)
    },
    stepMany(ids: ArrayLike<number>, states: readonly State[], out: Float32Array) {
      checkAll(ids, out)
      if (ids.length !== states.length) {
        throw new InvalidOptionError('ids', ids.length, `one for each of ${states.length} states`)
      }
      for (let s = 0; s < states.length; s++) checkState(states[s])
      net.stepMany(ids, states, out)
    },
  })
}
