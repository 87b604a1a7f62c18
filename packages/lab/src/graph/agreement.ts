import { forward, type GraphGradients, type GraphInputs, WANTED } from './two-step-net.ts'

/** Distance within which the three ways have to agree. */
export const AGREED = 1e-6

/**
 * Distance between two sets of derivatives: the largest difference, relative to the size of the terms that a
 * derivative is a sum of, or absolute where those are below 1. TensorFlow.js computes in float32, which keeps
 * seven digits of each term: −4 + 4 may well give 10⁻⁷ in place of 0.
 */
export const disagreement = (inputs: GraphInputs, a: GraphGradients, b: GraphGradients): number => {
  const sizes = termSizes(inputs)
  return Math.max(...WANTED.map((name) => Math.abs(a[name] - b[name]) / Math.max(1, sizes[name])))
}

/** Each derivative with all its terms positive: the chain rule on absolute values. */
const termSizes = (inputs: GraphInputs): GraphGradients => {
  const [wh, wx, wy, h0] = [inputs.wh, inputs.wx, inputs.wy, inputs.h0].map(Math.abs)
  const [x, y] = [inputs.x, inputs.y].map((pair) => pair.map(Math.abs))
  const { h, output } = forward({ wh, wx, wy, h0, x: [x[0], x[1]], y: [y[0], y[1]] })
  const d = [2 * (output[0] + y[0]), 2 * (output[1] + y[1])]
  const h2 = wy * d[1]
  const h1 = wy * d[0] + wh * h2
  return { h1, h2, wh: h0 * h1 + h[0] * h2, wx: x[0] * h1 + x[1] * h2, wy: h[0] * d[0] + h[1] * d[1] }
}
