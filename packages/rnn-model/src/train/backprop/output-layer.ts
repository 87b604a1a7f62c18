import { hAt, type Layer } from './layer.ts'
import type { Product } from './products.ts'
import type { TrainingWindow } from './training-window.ts'

/** Loss and hits of a window, summed over its weights. */
export interface WindowTotals {
  /** Nats. */
  loss: number
  /** Weight of the places where the most probable output was the target. */
  right: number
  weight: number
}

/** Weights of the output layer and their gradients, in the memory of the kernels. */
export interface OutputPlaces {
  /** `[units, columns]`. */
  kernel: number
  bias: number
  kernelGradient: number
  biasGradient: number
  /** Outputs that softmax runs over, and the same padded to a multiple of 8. */
  outputs: number
  columns: number
}

/** The product behind the recurrent layer, softmax and cross-entropy, over a whole window. */
export class OutputLayer {
  readonly #layer: Layer
  readonly #places: OutputPlaces
  readonly #targets: number
  readonly #importance: number
  /** `[T, B, columns]`: logits, then their gradients. */
  readonly #logits: number
  readonly #totals: number
  /** The step forward, on the weights in panels, and backward, on their transpose. */
  readonly #forward: Product
  readonly #backward: Product

  constructor(layer: Layer, places: OutputPlaces) {
    const { arena, length, batch, units } = layer
    const rows = length * batch
    this.#layer = layer
    this.#places = places
    this.#targets = arena.reserve(2 * rows)
    this.#importance = arena.floats(rows)
    this.#logits = arena.floats(rows * places.columns)
    this.#totals = arena.reserve(16)
    const { columns } = places
    const [panels, transposed] = [arena.floats(units * columns), arena.floats(units * columns)]
    const none = { a: 0, out: 0, rows: batch }
    this.#forward = { ...none, aStride: units, depth: units, panels, columns, outStride: columns }
    this.#backward = {
      ...none,
      aStride: columns,
      depth: columns,
      panels: transposed,
      columns: units,
      outStride: units,
    }
  }

  /** Reads the weights, which may have changed, and what the window asks for. */
  prepare({ targets, weights }: TrainingWindow): void {
    const { arena, kernels, products, units, length, batch } = this.#layer
    const { kernel, bias, outputs, columns } = this.#places
    new Uint16Array(kernels.memory.buffer, this.#targets, targets.length).set(targets)
    arena.view(this.#importance, weights.length).set(weights)
    const matrix = { at: kernel, rows: units, columns, stride: columns }
    products.pack(matrix, this.#forward.panels)
    products.packTransposed(matrix, this.#backward.panels)
    // Columns that only pad the outputs are so improbable that softmax does not see them.
    const row = Float32Array.from(arena.view(bias, columns), (value, j) => (j < outputs ? value : -1e30))
    const logits = arena.view(this.#logits, length * batch * columns)
    for (let from = 0; from < logits.length; from += columns) logits.set(row, from)
  }

  /** Logits of step t, from its h. */
  forward(t: number): void {
    this.#forward.a = hAt(this.#layer, t + 1)
    this.#forward.out = this.#logitsAt(t)
    this.#layer.products.add(this.#forward)
  }

  /** Loss of the window; the logits become their gradients. */
  measure({ weights }: TrainingWindow): WindowTotals {
    const { kernels } = this.#layer
    const { outputs, columns } = this.#places
    const totals = new Float64Array(kernels.memory.buffer, this.#totals, 2)
    totals.fill(0)
    const rows = weights.length
    kernels.crossEntropy(this.#logits, this.#targets, this.#importance, rows, outputs, columns, this.#totals)
    return { loss: totals[0], right: totals[1], weight: weights.reduce((sum, weight) => sum + weight, 0) }
  }

  /** Adds the gradient of step t to that of its h, in `dh`. */
  backward(t: number): void {
    this.#backward.a = this.#logitsAt(t)
    this.#backward.out = this.#layer.dh
    this.#layer.products.add(this.#backward)
  }

  /** Adds up the gradients of the weights. */
  finish(): void {
    const { kernels, products, units, length, batch } = this.#layer
    const { columns, kernelGradient, biasGradient } = this.#places
    const rows = length * batch
    products.addTransposed(
      { at: hAt(this.#layer, 1), rows, columns: units, stride: units },
      { at: this.#logits, rows, columns, stride: columns },
      { at: kernelGradient, stride: columns },
    )
    kernels.sumRows(this.#logits, rows, columns, biasGradient)
  }

  #logitsAt(t: number): number {
    return this.#logits + 4 * t * this.#layer.batch * this.#places.columns
  }
}
