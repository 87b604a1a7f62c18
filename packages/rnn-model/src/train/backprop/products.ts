import type { Arena } from './arena.ts'
import type { TrainKernels } from './kernels.ts'

/** Rows of a long product that are packed at a time, so that they stay in the cache. */
const BLOCK = 256

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

  /** Packs `matrix`, `[depth, columns]`, as the right side of `add`. */
  pack(matrix: number, stride: number, depth: number, columns: number, panels: number): void {
    this.#kernels.packPanels(matrix, 1, stride, columns, depth, 8, panels)
  }

  /** Packs the transpose of `matrix`, `[columns, depth]`, as the right side of `add`. */
  packTransposed(matrix: number, stride: number, depth: number, columns: number, panels: number): void {
    this.#kernels.packPanels(matrix, stride, 1, columns, depth, 8, panels)
  }

  /** out += A B, with `a` as `[rows, depth]` and B `[depth, columns]` packed. */
  add(
    a: number,
    stride: number,
    rows: number,
    depth: number,
    panels: number,
    columns: number,
    out: number,
    outStride: number,
  ): void {
    this.#kernels.packPanels(a, stride, 1, rows, depth, 4, this.#a)
    this.#kernels.multiplyPanels(this.#a, panels, out, outStride, rows, columns, depth)
  }

  /** out += Aᵀ B, with `a` as `[depth, rows]` and `b` as `[depth, columns]`: a weight's gradient over a window. */
  addTransposed(
    a: number,
    aStride: number,
    rows: number,
    b: number,
    bStride: number,
    columns: number,
    depth: number,
    out: number,
    outStride: number,
  ): void {
    for (let from = 0; from < depth; from += BLOCK) {
      const count = Math.min(BLOCK, depth - from)
      this.#kernels.packPanels(a + 4 * from * aStride, 1, aStride, rows, count, 4, this.#a)
      this.#kernels.packPanels(b + 4 * from * bStride, 1, bStride, columns, count, 8, this.#b)
      this.#kernels.multiplyPanels(this.#a, this.#b, out, outStride, rows, columns, count)
    }
  }
}
