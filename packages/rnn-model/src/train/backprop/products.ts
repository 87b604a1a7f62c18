import type { Arena } from './arena.ts'
import type { TrainKernels } from './kernels.ts'

/** Rows of a long product that are packed at a time, so that they stay in the cache. */
const BLOCK = 256

/** A matrix in the memory of the kernels, row after row. */
export interface Matrix {
  at: number
  rows: number
  columns: number
  /** Floats from row to row. */
  stride: number
}

/** The product out += A B. A caller keeps one object and changes places in it. */
export interface Product {
  /** A, `[rows, depth]`. */
  a: number
  aStride: number
  rows: number
  depth: number
  /** B, `[depth, columns]`, packed. */
  panels: number
  columns: number
  out: number
  outStride: number
}

/** Matrix products on the kernels. All matrices are row after row; strides count floats. */
export class Products {
  readonly #kernels: TrainKernels
  readonly #a: number
  readonly #b: number

  /** @param widest most columns that a matrix has; rows at once: `batch` */
  constructor(kernels: TrainKernels, arena: Arena, batch: number, widest: number) {
    this.#kernels = kernels
    this.#a = arena.floats(Math.max(batch, BLOCK) * widest)
    this.#b = arena.floats(BLOCK * widest)
  }

  /** Packs a matrix as the right side of `add`. */
  pack({ at, rows, columns, stride }: Matrix, panels: number): void {
    this.#kernels.packPanels(at, 1, stride, columns, rows, 8, panels)
  }

  /** Packs the transpose of a matrix as the right side of `add`. */
  packTransposed({ at, rows, columns, stride }: Matrix, panels: number): void {
    this.#kernels.packPanels(at, stride, 1, rows, columns, 8, panels)
  }

  /** out += A B. */
  add({ a, aStride, rows, depth, panels, columns, out, outStride }: Product): void {
    this.#kernels.packPanels(a, aStride, 1, rows, depth, 4, this.#a)
    this.#kernels.multiplyPanels(this.#a, panels, out, outStride, rows, columns, depth)
  }

  /** out += Aᵀ B, of two matrices of as many rows: a weight's gradient over a window. */
  addTransposed(a: Matrix, b: Matrix, out: Pick<Matrix, 'at' | 'stride'>): void {
    for (let from = 0; from < a.rows; from += BLOCK) {
      const count = Math.min(BLOCK, a.rows - from)
      this.#kernels.packPanels(a.at + 4 * from * a.stride, 1, a.stride, a.columns, count, 4, this.#a)
      this.#kernels.packPanels(b.at + 4 * from * b.stride, 1, b.stride, b.columns, count, 8, this.#b)
      this.#kernels.multiplyPanels(this.#a, this.#b, out.at, out.stride, a.columns, b.columns, count)
    }
  }
}
