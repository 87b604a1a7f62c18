import { forward, type GraphGradients, type GraphInputs } from './two-step-net.ts'

/** Relative step: far above the rounding of L, which the slope divides by it. */
const STEP = 0.1

/**
 * Derivatives as slopes, from five points: (8·(L(v + s) − L(v − s)) − (L(v + 2s) − L(v − 2s))) / 12s for each
 * number v. This is exact for polynomials of up to the fourth degree, which L is in each of its numbers, so s need
 * not be small, and rounding stays below 1e-9 of L.
 */
export const centralDifferences = (inputs: GraphInputs): GraphGradients => {
  const { h } = forward(inputs)
  const slope = (value: number, lossAt: (moved: number) => number): number => {
    const step = STEP * Math.max(1, Math.abs(value))
    const across = (distance: number): number => lossAt(value + distance) - lossAt(value - distance)
    return (8 * across(step) - across(2 * step)) / (12 * step)
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
