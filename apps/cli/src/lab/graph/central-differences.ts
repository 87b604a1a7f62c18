import { forward, type GraphGradients, type GraphInputs } from './two-step-net.ts'

/** Relative step: near the cube root of the rounding error of a float64, where central differences err least. */
const STEP = 1e-5

/** Derivatives as slopes: (L(v + s) − L(v − s)) / 2s for each number v, moved by a small s. */
export const centralDifferences = (inputs: GraphInputs): GraphGradients => {
  const { h } = forward(inputs)
  const slope = (value: number, lossAt: (moved: number) => number): number => {
    const step = STEP * Math.max(1, Math.abs(value))
    return (lossAt(value + step) - lossAt(value - step)) / (2 * step)
  }
  const byWeight = (name: 'wh' | 'wx' | 'wy'): number =>
    slope(inputs[name], (moved) => forward({ ...inputs, [name]: moved }).loss)
  return {
    h1: slope(h[0], (moved) => forward(inputs, [moved - h[0], 0]).loss),
    h2: slope(h[1], (moved) => forward(inputs, [0, moved - h[1]]).loss),
    wh: byWeight('wh'),
    wx: byWeight('wx'),
    wy: byWeight('wy'),
  }
}
