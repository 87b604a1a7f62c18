import type { Arena } from './arena.ts'
import type { TrainKernels } from './kernels.ts'
import type { Products } from './products.ts'

/** A recurrent layer in training: where its numbers are in the memory of the kernels. T steps of B streams. */
export interface Layer {
  kernels: TrainKernels
  products: Products
  arena: Arena
  /** T, B, and the numbers in h. */
  length: number
  batch: number
  units: number
  /** Gates times units: the columns of `recurrent`. */
  width: number
  /** uint16 `[T, B]`. */
  ids: number
  /** W x + b for each symbol x, `[vocabulary, width]`, and the gradient of W. */
  table: number
  kernelGradient: number
  /** U `[units, width]`, its own bias `[width]` where there is one, and their gradients. */
  recurrent: number
  recurrentGradient: number
  recurrentBias: number
  recurrentBiasGradient: number
  /** `[T + 1, B, units]`: h before the window, then after each step. */
  h: number
  /** `[T, B, width]`: recurrent products, then values of the gates, then gradients of the products. */
  sums: number
  /** `[B, units]`: gradient of h, going back in time. */
  dh: number
}

/** The steps of one kind of cell. Time steps run from 0. */
export interface LayerSteps {
  /** Reads the weights, which may have changed, before a window. */
  prepare(): void
  /** State vectors besides h, `[B, units]` each, as they stand before and after the window. */
  readonly extraStates: readonly { before: number; after: number }[]
  /** Fills h of step t + 1. `sums` of that step are zero. */
  forward(t: number): void
  /** Called with t falling: turns the gradient of h after step t, in `dh`, into that before it. */
  backward(t: number): void
  /** After all of them: adds up the gradients of the weights. */
  finish(): void
}

export type CreateLayerSteps = (layer: Layer) => LayerSteps

/** Places of one time step. */
export const hAt = ({ h, batch, units }: Layer, t: number): number => h + 4 * t * batch * units
export const sumsAt = ({ sums, batch, width }: Layer, t: number): number => sums + 4 * t * batch * width
export const idsAt = ({ ids, batch }: Layer, t: number): number => ids + 2 * t * batch
