import { forward, type GraphGradients, type GraphInputs } from './two-step-net.ts'

/** Gradients of one edge each: what flows back along it. */
export interface EdgeGradients {
  /** From L to ŷ_t. */
  output: [number, number]
  /** From ŷ_t to h_t. */
  fromOutput: [number, number]
  /** From h_2 to h_1. */
  fromNext: number
}

/**
 * Back-propagation through time, derived by hand. Going back from L:
 *
 *     ∂L/∂ŷ_t = 2(ŷ_t − y_t)          ∂L/∂h_2 = W_y·∂L/∂ŷ_2          ∂L/∂h_1 = W_y·∂L/∂ŷ_1 + W_h·∂L/∂h_2
 *     ∂L/∂W_y = Σ h_t·∂L/∂ŷ_t         ∂L/∂W_x = Σ x_t·∂L/∂h_t        ∂L/∂W_h = Σ h_{t−1}·∂L/∂h_t
 */
export const backPropagate = (inputs: GraphInputs): { gradients: GraphGradients; edges: EdgeGradients } => {
  const { wh, wy, h0, x, y } = inputs
  const { h, output } = forward(inputs)
  const dOutput: [number, number] = [2 * (output[0] - y[0]), 2 * (output[1] - y[1])]
  const h2 = wy * dOutput[1]
  const h1 = wy * dOutput[0] + wh * h2
  return {
    gradients: {
      h1,
      h2,
      wh: h0 * h1 + h[0] * h2,
      wx: x[0] * h1 + x[1] * h2,
      wy: h[0] * dOutput[0] + h[1] * dOutput[1],
    },
    edges: { output: dOutput, fromOutput: [wy * dOutput[0], h2], fromNext: wh * h2 },
  }
}
