/** Numbers that go into the graph: weights, first state, inputs and targets, one number each. */
export interface GraphInputs {
  wh: number
  wx: number
  wy: number
  h0: number
  x: readonly [number, number]
  y: readonly [number, number]
}

/** Numbers that the graph computes, in order. */
export interface GraphValues {
  h: [number, number]
  /** ŷ. */
  output: [number, number]
  loss: number
}

/** ∂L by each of: h_1, h_2, W_h, W_x, W_y. */
export interface GraphGradients {
  h1: number
  h2: number
  wh: number
  wx: number
  wy: number
}

/** The numbers of the assignment. */
export const ASSIGNMENT: GraphInputs = { wh: 1, wx: 0.1, wy: 2, h0: 1, x: [10, 10], y: [5, 5] }

/** The order in which gradients are shown. */
export const WANTED: readonly (keyof GraphGradients)[] = ['h1', 'h2', 'wh', 'wx', 'wy']

/**
 * Values of the two-step net without activations: h_t = W_h·h_{t−1} + W_x·x_t, ŷ_t = W_y·h_t,
 * L = (ŷ_1 − y_1)² + (ŷ_2 − y_2)².
 *
 * @param nudge added to h_1 and h_2 once they are computed: how L depends on a state is found by moving it
 */
export const forward = (inputs: GraphInputs, nudge: readonly [number, number] = [0, 0]): GraphValues => {
  const { wh, wx, wy, h0, x, y } = inputs
  const h1 = wh * h0 + wx * x[0] + nudge[0]
  const h2 = wh * h1 + wx * x[1] + nudge[1]
  const output: [number, number] = [wy * h1, wy * h2]
  return { h: [h1, h2], output, loss: (output[0] - y[0]) ** 2 + (output[1] - y[1]) ** 2 }
}
