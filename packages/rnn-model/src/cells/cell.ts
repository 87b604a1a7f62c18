/** Weights of one layer that the recurrent part of a step needs. */
export interface CellWeights {
  /** U, `[units, gates * units]` row after row. */
  readonly recurrent: Float32Array
  /** b of the recurrent product, `[gates * units]`; empty where the cell has none. */
  readonly recurrentBias: Float32Array
}

/**
 * One kind of recurrent cell: what its equations need. They stand beside it, as a `CellStep`, so that who runs
 * the kernels does not load them twice.
 *
 * Weights are in Keras order: `recurrent` is
 * `[units, gates * units]`, row after row, the gates side by side in the order of `gates`.
 */
export interface Cell {
  /** Lower-case name, as written in a model file. */
  readonly name: string
  /** Gates in the order in which their weights lie side by side. */
  readonly gates: readonly string[]
  /** State vectors of `units` numbers each: 1 for h alone, 2 for h and c. */
  readonly stateVectors: number
  /** Gives the recurrent product a bias of its own beside the input's. */
  readonly recurrentBias: boolean
}

/**
 * One time step of one layer. Mutates `state`.
 *
 * @param input `[gates * units]`: W x + b, ready made for each symbol
 * @param state `[stateVectors * units]`, h first
 * @param sums scratch, at least `[gates * units]`
 */
export type CellStep = (
  input: Float32Array,
  weights: CellWeights,
  state: Float32Array,
  sums: Float64Array,
) => void
