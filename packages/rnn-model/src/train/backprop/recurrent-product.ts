import { type Layer, sumsAt } from './layer.ts'

/** The product of a layer with some columns of U, forward and backward. */
export class RecurrentProduct {
  readonly #layer: Layer
  readonly #from: number
  readonly #columns: number
  /** U in panels, and its transpose. */
  readonly #panels: number
  readonly #transposed: number

  /** @param from first column of U, counted in floats */
  constructor(layer: Layer, from = 0, columns: number = layer.width) {
    this.#layer = layer
    this.#from = 4 * from
    this.#columns = columns
    this.#panels = layer.arena.floats(layer.units * columns)
    this.#transposed = layer.arena.floats(layer.units * columns)
  }

  /** Reads U, which may have changed. */
  prepare(): void {
    const { products, recurrent, width, units } = this.#layer
    const matrix = recurrent + this.#from
    products.pack(matrix, width, units, this.#columns, this.#panels)
    products.packTransposed(matrix, width, this.#columns, units, this.#transposed)
  }

  /** Adds `vector` U, with `vector` as `[B, units]`, to the sums of step t. */
  forward(vector: number, t: number): void {
    const { products, units, batch, width } = this.#layer
    const out = sumsAt(this.#layer, t) + this.#from
    products.add(vector, units, batch, units, this.#panels, this.#columns, out, width)
  }

  /** Adds the gradient of the sums of step t, times the transpose of U, to `out`, `[B, units]`. */
  backward(t: number, out: number): void {
    const { products, units, batch, width } = this.#layer
    const sums = sumsAt(this.#layer, t) + this.#from
    products.add(sums, width, batch, this.#columns, this.#transposed, units, out, units)
  }

  /** Adds up the gradient of U over the window, from the vectors it was multiplied with, `[T, B, units]`. */
  finish(vectors: number): void {
    const { products, units, width, length, batch, sums, recurrentGradient } = this.#layer
    const gradient = recurrentGradient + this.#from
    const [b, rows] = [sums + this.#from, length * batch]
    products.addTransposed(vectors, units, units, b, width, this.#columns, rows, gradient, width)
  }
}
