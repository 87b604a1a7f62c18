/** Number of each cell in assembly/cells.ts, by its name. */
export const cellKernels: Readonly<Record<string, number>> = {
  'simple-rnn': 0,
  gru: 1,
  'gru-reset-before': 2,
  lstm: 3,
}
