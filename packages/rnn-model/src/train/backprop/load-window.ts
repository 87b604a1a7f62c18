import type { Layer } from './layer.ts'
import type { TrainingWindow } from './training-window.ts'

/** Weights that a window's first sums are made of. */
export interface InputWeights {
  /** W, `[vocabulary, width]`. */
  kernel: Float32Array
  /** `[width]`. */
  bias: Float32Array
  /** `[width]`, where the cell has one. */
  recurrentBias?: Float32Array
}

/** Puts a window into memory, starts afresh the streams that it says, and readies the table and the sums. */
export const loadWindow = (
  layer: Layer,
  states: readonly Float32Array[],
  { kernel, bias, recurrentBias }: InputWeights,
  { inputs: ids, fresh }: TrainingWindow,
): void => {
  const { batch, units, width, arena, kernels } = layer
  new Uint16Array(kernels.memory.buffer, layer.ids, layer.length * batch).set(ids)
  for (const state of states) {
    for (let i = 0; i < batch; i++) if (fresh[i]) state.fill(0, i * units, (i + 1) * units)
  }
  const table = arena.view(layer.table, kernel.length)
  for (let i = 0, j = 0; i < table.length; i++, j = j + 1 === width ? 0 : j + 1)
    table[i] = kernel[i] + bias[j]
  const sums = arena.view(layer.sums, layer.length * batch * width)
  sums.fill(0)
  if (recurrentBias) for (let from = 0; from < sums.length; from += width) sums.set(recurrentBias, from)
}
