import { sigmoid, tanh } from '../activations.ts'
import type { CellStep } from './cell.ts'
import { addRecurrent } from './recurrent-sums.ts'

/**
 * Gated recurrent unit as first published, resetting h before the product; the only one of tfjs:
 *
 *     z = σ(xz + h Uz)   r = σ(xr + h Ur)   n = tanh(xn + (r ∘ h) Un)   h ← z ∘ h + (1 − z) ∘ n
 *
 * with x = W x + b given as `input`. Gates in Keras order z, r, n.
 * Source: Cho et al., Learning Phrase Representations using RNN Encoder-Decoder (2014), with z as in Keras.
 */
export const stepGruResetBefore: CellStep = (input, { recurrent }, h, sums) => {
  const units = h.length
  const width = 3 * units
  for (let j = 0; j < width; j++) sums[j] = input[j]
  addRecurrent(h, units, recurrent, sums, 0, 2 * units)
  // sums holds z, then r ∘ h where r was
  for (let j = 0; j < units; j++) {
    sums[j] = sigmoid(sums[j])
    sums[units + j] = sigmoid(sums[units + j]) * h[j]
  }
  const reset = sums.subarray(units, 2 * units)
  addRecurrent(reset, units, recurrent, sums, 2 * units, width)
  for (let j = 0; j < units; j++) {
    const n = tanh(sums[2 * units + j])
    h[j] = n + sums[j] * (h[j] - n)
  }
}
