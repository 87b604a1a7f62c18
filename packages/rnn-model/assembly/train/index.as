/*
 * Kernels of the trainer: src/train calls them time step by time step. All arrays are float32 and start at a
 * multiple of 16 bytes unless said otherwise.
 */
export * from './gru'
export * from './gru-reset-before'
export { crossEntropy } from './loss'
export * from './lstm'
export { multiplyPanels, packPanels } from './panels'
export * from './simple-rnn'
export { adam, scatterRows, sumOfSquares, sumRows } from './update'

/** First byte that JavaScript may use. */
export function base(): usize {
  return __heap_base
}
