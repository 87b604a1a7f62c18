import type { GraphLayer, GraphShape } from '../definition.ts'
import type { GraphMemory } from '../graph-memory.ts'

/** Where the numbers of a layer are, in bytes, and their shape. */
export interface Place extends GraphShape {
  readonly at: number
}

/** Memory of a layer that is made ready. */
export interface Room {
  readonly memory: GraphMemory
  readonly inputs: readonly Place[]
  readonly output: Place
  /** Places of its state vectors, one behind the other, each padded to 32 numbers. */
  readonly state: readonly number[]
}

/** Takes one call: reads the places of the inputs and the state, and writes its own. */
export type LayerStep = () => void

/** A kind of layer. */
export interface LayerKind<Layer extends GraphLayer> {
  /** Inputs that it reads, 1 unless given; `many` is one or more. */
  readonly inputs?: number | 'many'
  /** Tells that its numbers are those of its input, which are not copied. */
  readonly alias?: true
  /** Checks the layer, and says what it gives. @throws ModelFormatError */
  shapeOf(layer: Layer, inputs: readonly GraphShape[]): GraphShape
  /** Lengths of its state vectors; none unless given. */
  stateOf?(layer: Layer, inputs: readonly GraphShape[]): readonly number[]
  /** Writes weights, and gives what is done in each call. */
  prepare(layer: Layer, room: Room): LayerStep
}
