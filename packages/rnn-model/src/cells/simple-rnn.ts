import { tanh } from '../activations.ts'
import type { Cell } from './cell.ts'
import { addRecurrent } from './recurrent-sums.ts'

/**
 * Elman's simple recurrent network: h ← tanh(W x + U h + b), with W x + b given as `input`.
 *
 * Source: Elman, Finding Structure in Time (1990); weights as in Keras `SimpleRNN`.
 */
export const simpleRnn: Cell = {
  name: 'simple-rnn',
  gates: ['h'],
  stateVectors: 1,
  recurrentBias: false,
  step(input, { recurrent }, h, sums) {
    const units = h.length
    for (let j = 0; j < units; j++) sums[j] = input[j]
    addRecurrent(h, units, recurrent, sums, 0, units)
    for (let j = 0; j < units; j++) h[j] = tanh(sums[j])
  },
}
