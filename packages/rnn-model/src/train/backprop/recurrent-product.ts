import { type Layer, sumsAt } from './layer.ts'
import type { Matrix, Product } from './products.ts'

/** Some columns of U. */
export interface ColumnRange {
  /** The first one. */
  from: number
  count: number
}

/** The product of a layer with some columns of U, forward and backward. */
export class RecurrentProduct {
  readonly #layer: Layer
  /** Bytes from the start of a row to the first column. */
  readonly #from: number
  readonly #matrix: Matrix
  /** The step forward, on U in panels, and backward, on its transpose. */
  readonly #forward: Product
  readonly #backward: Product

  constructor(layer: Layer, { from, count }: ColumnRange = { from: 0, count: layer.width }) {
    const { arena, batch, units, width, recurrent } = layer
    this.#layer = layer
    this.#from = 4 * from
    this.#matrix = { at: recurrent + this.#from, rows: units, columns: count, stride: width }
    const [panels, transposed] = [arena.floats(units * count), arena.floats(units * count)]
    const none = { a: 0, out: 0, rows: batch }
    this.#forward = { ...none, aStride: units, depth: units, panels, columns: count, outStride: width }
    this.#backward = {
      ...none,
      aStride: width,
      depth: count,
      panels: transposed,
      columns: units,
      outStride: units,
    }
  }

  /** Reads U, which may have changed. */
  prepare(): void {
    this.#layer.products.pack(this.#matrix, this.#forward.panels)
    this.#layer.products.packTransposed(this.#matrix, this.#backward.panels)
  }

  /** Adds `vector` U, with `vector` as `[B, units]`, to the sums of step t. */
  forward(vector: number, t: number): void {
    this.#forward.a = vector
    this.#forward.out = sumsAt(this.#layer, t) + this.#from
    this.#layer.products.add(this.#forward)
  }

  /** Adds the gradient of the sums of step t, times the transpose of U, to `out`, `[B, units]`. */
  backward(t: number, out: number): void {
    this.#backward.a = sumsAt(this.#layer, t) + this.#from
    this.#backward.out = out
    this.#layer.products.add(this.#backward)
  }

  /** Adds up the gradient of U over the window, from the vectors it was multiplied with, `[T, B, units]`. */
  finish(vectors: number): void {
    const { products, units, width, length, batch, sums, recurrentGradient } = this.#layer
    const rows = length * batch
    products.addTransposed(
      { at: vectors, rows, columns: units, stride: units },
      { at: sums + this.#from, rows, columns: this.#matrix.columns, stride: width },
      { at: recurrentGradient + this.#from, stride: width },
    )
  }
}
