/** Cells as people call them, by their names in a model file. */
export const cellTitles: Readonly<Record<string, string>> = {
  'simple-rnn': 'SimpleRNN',
  gru: 'GRU',
  lstm: 'LSTM',
}
