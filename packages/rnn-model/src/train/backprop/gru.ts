import { type CreateLayerSteps, hAt, idsAt, sumsAt } from './layer.ts'
import { RecurrentProduct } from './recurrent-product.ts'

/** Back-propagation through the GRU that resets after the product; equations in ../../cells/gru.ts. */
export const gruSteps: CreateLayerSteps = (layer) => {
  const { kernels, arena, batch, units, width, length, ids, table, sums, h, dh, kernelGradient } = layer
  const product = new RecurrentProduct(layer)
  /** `[T, B, units]`: h Un + cn, then the gradient of n's input. */
  const candidate = arena.floats(length * batch * units)
  const candidateAt = (t: number) => candidate + 4 * t * batch * units
  return {
    prepare: () => product.prepare(),
    extraStates: [],
    forward(t) {
      product.forward(hAt(layer, t), t)
      kernels.gruForward(
        idsAt(layer, t),
        table,
        hAt(layer, t),
        sumsAt(layer, t),
        candidateAt(t),
        hAt(layer, t + 1),
        batch,
        units,
      )
    },
    backward(t) {
      kernels.gruBackward(dh, hAt(layer, t), sumsAt(layer, t), candidateAt(t), batch, units)
      product.backward(t, dh)
    },
    finish() {
      const rows = length * batch
      product.finish(h)
      kernels.sumRows(sums, rows, width, layer.recurrentBiasGradient)
      kernels.scatterRows(ids, rows, sums, width, 2 * units, kernelGradient, width)
      kernels.scatterRows(ids, rows, candidate, units, units, kernelGradient + 8 * units, width)
    },
  }
}
