import { type CreateLayerSteps, hAt, idsAt, sumsAt } from './layer.ts'
import { RecurrentProduct } from './recurrent-product.ts'

/** Back-propagation through long short-term memory; equations in ../../cells/lstm.ts. */
export const lstmSteps: CreateLayerSteps = (layer) => {
  const { kernels, arena, batch, units, width, length, ids, table, sums, h, dh, kernelGradient } = layer
  const product = new RecurrentProduct(layer)
  /** `[T + 1, B, units]`, as h; and its gradient `[B, units]`. */
  const c = arena.floats((length + 1) * batch * units)
  const dc = arena.floats(batch * units)
  const cAt = (t: number) => c + 4 * t * batch * units
  return {
    prepare() {
      product.prepare()
      arena.view(dc, batch * units).fill(0)
    },
    extraStates: [{ before: c, after: cAt(length) }],
    forward(t) {
      const s = sumsAt(layer, t)
      product.forward(hAt(layer, t), t)
      kernels.lstmForward(idsAt(layer, t), table, cAt(t), s, cAt(t + 1), hAt(layer, t + 1), batch, units)
    },
    backward(t) {
      kernels.lstmBackward(dh, dc, cAt(t), sumsAt(layer, t), cAt(t + 1), batch, units)
      product.backward(t, dh)
    },
    finish() {
      product.finish(h)
      kernels.scatterRows(ids, length * batch, sums, width, width, kernelGradient, width)
    },
  }
}
