import { type Blur, blurSums } from './blur.ts'
import { LEAST_FOREIGN, LEAST_NOISY, LEAST_SHARP, LIGHT, USUAL } from './constants.ts'
import type { SearchPlan } from './plan.ts'

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

/**
 * The probability of the symbol that a reader has been given; weighs anew how well the model foretells its text.
 *
 * @param share how many times likelier the symbol is than its token
 * @param weight the weight of the reader: one that weighs little is blurred by the usual sums
 */
export const foretell = (
  { atLeast, kin }: SearchPlan,
  reader: Foretelling,
  { table, share, weight }: { table: Float32Array; share: number; weight: number },
): Foretold => {
  const { at, id } = reader
  const sums = weight < LIGHT ? USUAL : blurSums(table, at, kin)
  const probability = table[at + id]
  const root = Math.sqrt(probability)
  const fourth = Math.sqrt(root)
  const sharp = atLeast(probability * share)
  const noisy = reader.noisy * atLeast((root / sums.noisy) * share)
  const foreign = reader.foreign * atLeast(((fourth * Math.sqrt(fourth) * kin[id]) / sums.foreign) * share)
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
