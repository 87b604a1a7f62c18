/*
 * Kernels of graphs of layers, in float32: what src/graph/layers puts together. Products and cells are those of nets;
 * all vectors are padded to a multiple of 64 bytes, behind which nothing is read or written.
 */
export { stepCell } from '../cells'
export { multiply } from '../multiply'
export { pack } from '../pack'
export { add, product, rectify, sigmoid, squareRoot, subtract, tanh } from './elements'

/** First byte that JavaScript may use. */
export function base(): usize {
  return __heap_base
}
