import { sigmoid, tanh } from '../activations.ts'
import type { CellStep } from './cell.ts'
import { addRecurrent } from './recurrent-sums.ts'

/**
 * Long short-term memory with a forget gate:
 *
 *     i, f, o = σ(x + h U)   g = tanh(xg + h Ug)   c ← f ∘ c + i ∘ g   h ← o ∘ tanh(c)
 *
 * with x = W x + b given as `input`. State h, then c. Gates in Keras (and PyTorch) order i, f, g, o.
 * Source: Gers et al., Learning to Forget (2000), without peepholes, as Keras `LSTMCell`.
 */
export const stepLstm: CellStep = (input, { recurrent }, state, sums) => {
  const units = state.length / 2
  const width = 4 * units
  for (let j = 0; j < width; j++) sums[j] = input[j]
  addRecurrent(state, units, recurrent, sums, 0, width)
  for (let j = 0; j < units; j++) {
    const i = sigmoid(sums[j])
    const f = sigmoid(sums[units + j])
    const g = tanh(sums[2 * units + j])
    const o = sigmoid(sums[3 * units + j])
    const c = f * state[units + j] + i * g
    state[units + j] = c
    state[j] = o * tanh(c)
  }
}
