import { FOREIGN, NOISY } from './constants.ts'

/** A belief about how well a model foretells a text: shares that, with that of a text just as it foretells, sum to 1. */
export interface Blur {
  /** Probability that some letters are wrong. */
  noisy: number
  /** Probability that the language is another, a kin of the model's. */
  foreign: number
}

/** The blur of a text of which nothing has been read yet. */
export const startBlur: Readonly<Blur> = { noisy: NOISY, foreign: FOREIGN }

/**
 * The probability of a token once all of a row of a table are raised to 1/2, as in noisy text, and to 3/8, as in other
 * languages. By square roots, which are the same bits everywhere.
 */
export const blurred = (
  table: Float32Array,
  { at, id }: { at: number; id: number },
  outputs: number,
): Blur => {
  const own = powers(table[at + id])
  const sum = { noisy: 0, foreign: 0 }
  for (let i = 1; i < outputs; i++) {
    const { noisy, foreign } = powers(table[at + i])
    sum.noisy += noisy
    sum.foreign += foreign
  }
  return { noisy: own.noisy / sum.noisy, foreign: own.foreign / sum.foreign }
}

const powers = (probability: number): Blur => {
  const root = Math.sqrt(probability)
  const fourth = Math.sqrt(root)
  return { noisy: root, foreign: fourth * Math.sqrt(fourth) }
}
