import { sidesOf } from '../check.ts'
import type { ConvolutionLayer, DenseLayer } from '../definition.ts'
import { convolution } from './convolution.ts'
import type { LayerKind } from './layer-kind.ts'

/** A dense layer: y[t] = x[t] K + b, a convolution of one step. Source: Keras `Dense`. */
export const dense: LayerKind<DenseLayer> = {
  shapeOf(layer, inputs) {
    sidesOf(`${layer.name}.kernel`, layer.kernel, 2)
    return convolution.shapeOf(ofOneStep(layer), inputs)
  },
  prepare: (layer, room) => convolution.prepare(ofOneStep(layer), room),
}

const ofOneStep = ({ kernel, ...layer }: DenseLayer): ConvolutionLayer => ({
  ...layer,
  kind: 'conv1d',
  kernel: { shape: [1, ...kernel.shape], values: kernel.values },
  stride: 1,
})
