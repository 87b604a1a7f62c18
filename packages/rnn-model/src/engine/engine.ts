import type { Cell } from '../cells/cell.ts'
import type { ModelDefinition } from '../config.ts'

/** Form of what a step gives: probabilities, their natural logarithms, or the logits that softmax would take. */
export type OutputForm = 'probabilities' | 'log-probabilities' | 'logits'

/** A net as engines get it, with what all of them need. */
export interface NetDefinition extends ModelDefinition {
  /** Of each layer. */
  readonly cells: readonly Cell[]
  /** W x + b of the first layer for each token id, `[gates * units]`. */
  readonly table: readonly Float32Array[]
}

/** Options of a net that is made ready. */
export interface PrepareOptions {
  /** `probabilities` unless given. */
  output?: OutputForm
}

/** Hidden state of one stream; it belongs to exactly one. */
export interface State {
  /** Whose state it is, until it is freed. */
  readonly net: Net | undefined
  /** Numbers of the latest step, `[outputs]`. The array is the state's own; the next step overwrites it. */
  readonly output: Float32Array
  /** Gives its memory back at once; garbage collection would do so some day. Using it afterwards throws. */
  free(): void
}

/** Memory that a net holds. */
export interface NetMemory {
  /** Bytes of one state's numbers, all layers together. */
  readonly stateBytes: number
  /** States in use: made, neither freed nor yet collected. */
  readonly states: number
  /** Bytes that weights, scratch and the states ever in use at once take; it does not shrink. */
  readonly bytes: number
}

/** A net made ready to run; shared by any number of streams. Ids are taken to be valid, and states its own. */
export interface Net {
  /** Numbers in a saved state: the state vectors of all layers, one after another. */
  readonly stateLength: number
  readonly memory: NetMemory
  /** A state at the start of a stream: all zeros. */
  createState(): State
  /** Copies a state's numbers. */
  saveState(state: State): Float32Array
  /** Overwrites a state's numbers. */
  restoreState(values: Float32Array, state: State): void
  /** Makes one state what another is, but for its `output`. */
  copyState(from: State, to: State): void
  /** One time step for token `id`. Mutates `state`, and fills `state.output`. */
  step(id: number, state: State): void
  /** One time step for each id. Mutates `state`, and fills `out` as `[ids.length, outputs]`. */
  run(ids: ArrayLike<number>, state: State, out: Float32Array): void
  /** One time step of many states, each with its own id. Fills `out` as `[states.length, outputs]`. */
  stepMany(ids: ArrayLike<number>, states: readonly State[], out: Float32Array): void
}

/** A way of running nets. */
export interface Engine {
  readonly name: string
  prepare(definition: NetDefinition, options?: PrepareOptions): Net
}
