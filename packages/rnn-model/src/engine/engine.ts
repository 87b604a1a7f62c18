import type { ModelDefinition } from '../config.ts'

/** Hidden state of one stream; it belongs to exactly one. */
export interface State {
  /** The state vectors of all layers, one after another. */
  readonly values: Float32Array
  /** Probabilities of the symbols after the latest step, `[vocabulary]`. */
  readonly output: Float32Array
}

/** A net made ready to run; immutable, shared by any number of streams. */
export interface Net {
  /** A state at the start of a stream: all zeros. */
  createState(): State
  /** One time step for token `id`. Mutates `state`, and fills `state.output`. */
  step(id: number, state: State): void
}

/** A way of running nets. */
export interface Engine {
  readonly name: string
  prepare(definition: ModelDefinition): Net
}
