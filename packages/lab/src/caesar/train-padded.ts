import * as tf from '@tensorflow/tfjs'
import { breathe } from '../breathe.ts'
import { buildNet, type Feeding, predict, trainStep } from './padded-net.ts'
import { assignmentTokenizer, type PaddedPairs, paddedPairs } from './padded-pairs.ts'

const BATCH = 32
const LEARNING_RATE = 0.01
const HELD_ROWS = 128

/** Shares, from 0 to 1, of held-out sentences that a net deciphers right. */
export interface PaddedResult {
  /** Of real characters. */
  right: number
  /** Of the letters e and b in the plaintext: e is the id that padding collides with, b what e deciphers to. */
  rightOfE: number
  rightOfB: number
  /** Of all places, padding counted in: what a framework reports without a mask. */
  apparent: number
}

/** Trains the assignment's net on padded sentences, and measures it on others. Disposes everything it makes. */
export const trainPadded = async (
  feeding: Feeding,
  { learn, held }: { learn: string; held: string },
  {
    steps,
    seed,
    signal,
    advance,
  }: { steps: number; seed: number; signal: AbortSignal; advance?: (done: number) => void },
): Promise<PaddedResult> => {
  const { padding } = feeding
  const net = buildNet(feeding.input, seed)
  const optimizer = tf.train.adam(LEARNING_RATE)
  try {
    for (let step = 0; step < steps; step++) {
      await breathe(signal)
      const pairs = paddedPairs(learn, { rows: BATCH, padding, seed: 1000 * seed + step })
      await trainStep(net, optimizer, pairs, feeding)
      advance?.(step / steps)
    }
    const pairs = paddedPairs(held, { rows: HELD_ROWS, padding, seed })
    return score(pairs, predict(net, pairs.inputs, feeding.input))
  } finally {
    net.dispose()
    optimizer.dispose()
  }
}

const score = ({ targets, real }: PaddedPairs, predicted: Int32Array): PaddedResult => {
  const { idOf } = assignmentTokenizer()
  const [e, b] = ['e', 'b'].map((letter) => idOf(letter.charCodeAt(0)))
  const share = (counts: (i: number) => boolean): number => {
    const places = Array.from(targets.keys()).filter(counts)
    return places.filter((i) => predicted[i] === targets[i]).length / places.length
  }
  return {
    right: share((i) => real[i] === 1),
    rightOfE: share((i) => real[i] === 1 && targets[i] === e),
    rightOfB: share((i) => real[i] === 1 && targets[i] === b),
    apparent: share(() => true),
  }
}
