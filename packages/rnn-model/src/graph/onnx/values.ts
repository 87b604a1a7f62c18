/** A tensor whose numbers are known when a file is read; whole numbers and booleans are float64. */
export interface Known {
  readonly shape: readonly number[]
  readonly values: Float32Array | Float64Array
}

/** A piece of a state: numbers of a state input, or of a state vector of a layer. */
export interface StatePart {
  readonly source: string
  readonly from: number
  readonly length: number
}

/** A tensor whose numbers are there only when the graph runs. */
export interface Computed {
  readonly shape: readonly number[]
  /** Axes with more than one number, in the order in which memory holds them. */
  readonly order: readonly number[]
  /** Layer that gives it; none for what is only state. */
  readonly layer?: string | undefined
  /** Pieces that it is made of, row after row, where it is state. */
  readonly parts?: readonly StatePart[] | undefined
}

export type Value = Known | Computed

/** Tells a tensor that is known from one that is not. */
export const isKnown = (value: Value): value is Known => 'values' in value

/** Product of the sides. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, side) => size * side, 1)

/** Axes with more than one number. */
export const wideAxes = (shape: readonly number[]): number[] =>
  [...shape.keys()].filter((a) => shape[a] !== 1)

/** An axis counted from the front. */
export const axisOf = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis)
