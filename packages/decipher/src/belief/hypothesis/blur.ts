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
 * The sums of all probabilities of a row of a table raised to 1/2, as noisy text has them, and to 3/8, as other languages
 * have, which like other letters: times `kin`. By square roots, which are the same bits everywhere.
 */
export const blurSums = (table: Float32Array, at: number, kin: Float32Array): Blur => {
  let [noisy, foreign] = [0, 0]
  for (let i = 1; i < kin.length; i++) {
    const root = Math.sqrt(table[at + i])
    const fourth = Math.sqrt(root)
    noisy += root
    foreign += fourth * Math.sqrt(fourth) * kin[i]
  }
  return { noisy, foreign }
}
