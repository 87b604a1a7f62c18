import { type CreateLayerSteps, hAt, idsAt, sumsAt } from './layer.ts'
import { RecurrentProduct } from './recurrent-product.ts'

/** Back-propagation through the GRU that resets before the product; equations in ../../cells/gru-reset-before.ts. */
export const gruResetBeforeSteps: CreateLayerSteps = (layer) => {
  const { kernels, arena, batch, units, width, length, ids, table, sums, h, dh, kernelGradient } = layer
  const gates = new RecurrentProduct(layer, { from: 0, count: 2 * units })
  const candidate = new RecurrentProduct(layer, { from: 2 * units, count: units })
  /** `[T, B, units]`: r ∘ h. */
  const reset = arena.floats(length * batch * units)
  const dReset = arena.floats(batch * units)
  const resetAt = (t: number) => reset + 4 * t * batch * units
  return {
    prepare() {
      gates.prepare()
      candidate.prepare()
    },
    extraStates: [],
    forward(t) {
      const [before, after, s, x] = [hAt(layer, t), hAt(layer, t + 1), sumsAt(layer, t), idsAt(layer, t)]
      gates.forward(before, t)
      kernels.resetBeforeForward(x, table, before, s, resetAt(t), batch, units)
      candidate.forward(resetAt(t), t)
      kernels.resetBeforeFinish(x, table, before, s, after, batch, units)
    },
    backward(t) {
      const [before, s] = [hAt(layer, t), sumsAt(layer, t)]
      kernels.resetBeforeBackward(dh, before, s, batch, units)
      arena.view(dReset, batch * units).fill(0)
      candidate.backward(t, dReset)
      kernels.resetBeforeBackwardReset(dh, dReset, before, s, batch, units)
      gates.backward(t, dh)
    },
    finish() {
      gates.finish(h)
      candidate.finish(reset)
      kernels.scatterRows(ids, length * batch, sums, width, width, kernelGradient, width)
    },
  }
}
