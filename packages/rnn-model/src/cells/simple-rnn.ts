import { tanh } from '../activations.ts'
import type { CellStep } from './cell.ts'
import { addRecurrent } from './recurrent-sums.ts'

/**
 * Elman's simple recurrent network: h ← tanh(W x + U h + b), with W x + b given as `input`.
 *
 * Source: Elman, Finding Structure in Time (1990); weights as in Keras `SimpleRNN`.
 */
export const stepSimpleRnn: CellStep = (input, { recurrent }, h, sums) => {
  const units = h.length
  for (let j = 0; j < units; j++) sums[j] = input[j]
  addRecurrent(h, units, recurrent, sums, 0, units)
  for (let j = 0; j < units; j++) h[j] = tanh(sums[j])
}
