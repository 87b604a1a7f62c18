import { type CreateLayerSteps, hAt, idsAt, sumsAt } from './layer.ts'
import { RecurrentProduct } from './recurrent-product.ts'

/** Back-propagation through Elman's network; equations in ../../cells/simple-rnn.ts. */
export const simpleRnnSteps: CreateLayerSteps = (layer) => {
  const { kernels, batch, units, width, length, ids, table, sums, h, dh, kernelGradient } = layer
  const product = new RecurrentProduct(layer)
  return {
    prepare: () => product.prepare(),
    extraStates: [],
    forward(t) {
      product.forward(hAt(layer, t), t)
      kernels.simpleRnnForward(idsAt(layer, t), table, sumsAt(layer, t), hAt(layer, t + 1), batch, units)
    },
    backward(t) {
      kernels.simpleRnnBackward(dh, hAt(layer, t + 1), sumsAt(layer, t), batch, units)
      product.backward(t, dh)
    },
    finish() {
      product.finish(h)
      kernels.scatterRows(ids, length * batch, sums, width, width, kernelGradient, width)
    },
  }
}
