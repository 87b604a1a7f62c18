import type { ModelDefinition } from '@runnel/rnn-model'
import { gatedStep, openNet, zeroState } from '../gated-step.ts'
import { jacobian, multiply, spectralNorm } from './jacobian.ts'

/** Places in the text that are averaged over. */
const PLACES = 6
/** Steps between them. */
const APART = 20

/**
 * ‖∂h_t/∂h_{t−k}‖ for k = 1 to `steps` while a net reads a text: the spectral norm of the product of k Jacobians,
 * geometric mean over several t. Number k − 1 of the result is that of k.
 */
export const gradientDecay = (
  definition: ModelDefinition,
  ids: ArrayLike<number>,
  steps: number,
): number[] => {
  const net = openNet(definition)
  const jacobians = []
  let state = zeroState(net)
  for (let t = 0; t < steps + PLACES * APART; t++) {
    const step = gatedStep(net, ids[t], state)
    state = step.after
    jacobians.push(jacobian(net, step))
  }
  const logarithms = new Float64Array(steps)
  for (let place = 0; place < PLACES; place++) {
    const last = jacobians.length - 1 - place * APART
    let product = jacobians[last]
    for (let k = 1; k <= steps; k++) {
      if (k > 1) product = multiply(jacobians[last - k + 1], product)
      logarithms[k - 1] += Math.log(Math.max(spectralNorm(product), 1e-300)) / PLACES
    }
  }
  return Array.from(logarithms, Math.exp)
}

/** The first k at which a decaying norm is below `threshold`; undefined when it never is. */
export const firstBelow = (norms: readonly number[], threshold: number): number | undefined => {
  const index = norms.findIndex((norm) => norm < threshold)
  return index === -1 ? undefined : index + 1
}
