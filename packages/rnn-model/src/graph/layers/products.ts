import { padded } from '../../engine/wasm/gate-rows.ts'
import type { GraphMemory, PlacedMatrix } from '../graph-memory.ts'
import type { LayerStep } from './layer-kind.ts'

/** Products of one matrix with several vectors, the outputs one behind the other. */
export interface Products {
  readonly matrix: PlacedMatrix
  /** Numbers of each vector. */
  readonly columns: number
  /** Places of the vectors. */
  readonly operands: readonly number[]
  /** Vector that is added to each, padded. */
  readonly bias: number
  /** Place of the outputs, each padded to the rows of the matrix. */
  readonly out: number
}

const TOGETHER = 4

/** Makes products ready: four at a time read each weight once. */
export const prepareProducts = (memory: GraphMemory, products: Products): LayerStep => {
  const { matrix, columns, operands, bias, out } = products
  const { at, rows } = matrix
  const stride = 4 * rows
  const panel = operands.length < TOGETHER ? 0 : memory.reserve(TOGETHER * columns)
  const groups: { net: number; count: number; out: number }[] = []
  for (let t = 0; t < operands.length; ) {
    const count = operands.length - t < TOGETHER ? 1 : TOGETHER
    const net = memory.workplace({ operands: operands.slice(t, t + count), stride, panel })
    groups.push({ net, count, out: out + t * stride })
    t += count
  }
  const { multiply } = memory.kernels
  return () => {
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g]
      multiply(group.net, at, 0, rows, group.count, bias, group.out)
    }
  }
}

/** Room for `steps` vectors that are each padded: `at` itself where nothing has to be. */
export const paddedRows = (memory: GraphMemory, at: number, steps: number, channels: number): number =>
  channels === padded(channels) ? at : memory.reserve(steps * padded(channels))

/** Moves `steps` vectors from padded rows to `at`, one behind the other; does nothing where they are there. */
export const gatherRows = (
  memory: GraphMemory,
  from: number,
  at: number,
  steps: number,
  channels: number,
): LayerStep | undefined => {
  if (from === at) return undefined
  const stride = padded(channels)
  return () => {
    const { floats } = memory
    for (let t = 0; t < steps; t++) {
      const row = from / 4 + t * stride
      floats.copyWithin(at / 4 + t * channels, row, row + channels)
    }
  }
}
