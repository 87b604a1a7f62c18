import type { Cell } from './cell.ts'

/**
 * Every kind of cell that Runnel can run, in the order in which assembly/cells.as numbers them. Each one's
 * equations and sources are in the file of its name, which only the typed-array engine loads.
 */
export const cells: readonly Cell[] = [
  { name: 'simple-rnn', gates: ['h'], stateVectors: 1, recurrentBias: false },
  { name: 'gru', gates: ['z', 'r', 'n'], stateVectors: 1, recurrentBias: true },
  { name: 'gru-reset-before', gates: ['z', 'r', 'n'], stateVectors: 1, recurrentBias: false },
  { name: 'lstm', gates: ['i', 'f', 'g', 'o'], stateVectors: 2, recurrentBias: false },
]
