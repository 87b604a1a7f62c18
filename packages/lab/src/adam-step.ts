import type { TrainableNet } from '@runnel/rnn-model/train'

/** Adam as for the models that ship. */
const [BETA1, BETA2, EPSILON, CLIP, WARM_UP] = [0.9, 0.99, 1e-8, 1, 50]

/**
 * One step of Adam from the gradients that lie in a net, which are those of a sum over `weight` characters. The
 * learning rate rises over 50 steps, then falls in a straight line to a tenth; a gradient longer than 1 is scaled down.
 */
export const adamStep = (
  net: TrainableNet,
  {
    step,
    steps,
    weight,
    learningRate,
  }: { step: number; steps: number; weight: number; learningRate: number },
): void => {
  const norm = Math.sqrt(net.gradientNormSquared()) / weight
  net.update({
    rate: learningRate * Math.min(1, (step + 1) / WARM_UP) * (1 - (0.9 * step) / steps),
    beta1: BETA1,
    beta2: BETA2,
    epsilon: EPSILON,
    step: step + 1,
    scale: Math.min(1, CLIP / norm) / weight,
  })
}
