import { FOREIGN, LEAST_FOREIGN, LEAST_NOISY, LEAST_SHARP, NOISY } from './constants.ts'
import type { SearchPlan } from './plan.ts'

/** A belief about how well a model foretells a text: shares that, with that of a text just as it foretells, sum to 1. */
export interface Blur {
  /** Probability that some letters are wrong. */
  noisy: number
  /** Probability that the language is another, a kin of the model's. */
  foreign: number
}

/** A reader of a text with one key, which has just been given a symbol. */
export interface Foretelling extends Blur {
  /** Where the row of what it expected begins, in a table of rows. */
  readonly at: number
  /** The symbol's token id. */
  readonly id: number
}

/** The probability of a symbol to a reader. */
export interface Foretold {
  /** As the model foretells or more blurred, each as likely as it has proved so far. */
  readonly likely: number
  /** As the model foretells. */
  readonly sharp: number
}

/** The blur of a text of which nothing has been read yet. */
export const startBlur: Readonly<Blur> = { noisy: NOISY, foreign: FOREIGN }

/**
 * The probability of the symbol that a reader has been given; weighs anew how well the model foretells its text.
 *
 * @param share how many times likelier the symbol is than its token
 */
export const foretell = (
  { atLeast, model: { outputs } }: SearchPlan,
  reader: Foretelling,
  table: Float32Array,
  share: number,
): Foretold => {
  const { at, id } = reader
  const blurred = blur(table, reader, outputs)
  const sharp = atLeast(table[at + id] * share)
  const noisy = reader.noisy * atLeast(blurred.noisy * share)
  const foreign = reader.foreign * atLeast(blurred.foreign * share)
  const likely = (1 - reader.noisy - reader.foreign) * sharp + noisy + foreign
  reader.noisy = Math.max(LEAST_NOISY, noisy / likely)
  reader.foreign = Math.max(LEAST_FOREIGN, foreign / likely)
  const excess = (reader.noisy + reader.foreign) / (1 - LEAST_SHARP)
  if (excess > 1) {
    reader.noisy /= excess
    reader.foreign /= excess
  }
  return { likely, sharp }
}

/**
 * The probability of a token once all of a row are raised to 1/2, as in noisy text, and to 3/8, as in other languages. By
 * square roots, which are the same bits everywhere.
 */
const blur = (table: Float32Array, { at, id }: Foretelling, outputs: number): Blur => {
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
