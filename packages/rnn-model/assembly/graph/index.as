import { stepCell } from '../cells'
import { laneOf } from '../lanes'
import { Layer, Net } from '../layout'

/*
 * Kernels of graphs of layers, in float32: what src/graph/layers puts together. Products and cells are those of nets,
 * tanh and the logistic function more precise;
 * all vectors are padded to a multiple of 64 bytes, behind which nothing is read or written.
 */
export { multiply } from '../multiply'
export { pack } from '../pack'
export { add, product, rectify, sigmoid, squareRoot, subtract, tanh } from './elements'

/** One step of a recurrent layer of one stream, whose W x + b is set: h (and c) in its state is overwritten. */
export function stepLayer(net: Net, layer: Layer): void {
  const lane = laneOf(net.lanes, 0)
  lane.operand = lane.state + layer.offset
  stepCell(net, layer, 1)
}

/** First byte that JavaScript may use. */
export function base(): usize {
  return __heap_base
}
