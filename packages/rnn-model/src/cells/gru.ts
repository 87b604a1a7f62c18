import { sigmoid, tanh } from '../activations.ts'
import type { CellStep } from './cell.ts'
import { addRecurrent } from './recurrent-sums.ts'

/**
 * Gated recurrent unit that resets after the product, as Keras 3 (`reset_after`), PyTorch and cuDNN do:
 *
 *     z = σ(xz + h Uz + cz)   r = σ(xr + h Ur + cr)   n = tanh(xn + r ∘ (h Un + cn))
 *     h ← z ∘ h + (1 − z) ∘ n
 *
 * with x = W x + b given as `input` and c the recurrent bias. Gates in Keras order z, r, n.
 * Source: Keras `GRUCell`; PyTorch `torch.nn.GRU`, whose order is r, z, n.
 */
export const stepGru: CellStep = (input, { recurrent, recurrentBias }, h, sums) => {
  const units = h.length
  const width = 3 * units
  for (let j = 0; j < width; j++) sums[j] = recurrentBias[j]
  addRecurrent(h, units, recurrent, sums, 0, width)
  for (let j = 0; j < units; j++) {
    const z = sigmoid(input[j] + sums[j])
    const r = sigmoid(input[units + j] + sums[units + j])
    const n = tanh(input[2 * units + j] + r * sums[2 * units + j])
    h[j] = n + z * (h[j] - n)
  }
}
