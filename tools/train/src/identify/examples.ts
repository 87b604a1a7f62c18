import { createPassages, makeText } from '@runnel/ciphertexts'
import { createRandom } from '@runnel/core'
import { allowedKinds, type EnglishGains, featuresOf, KINDS, measure } from '@runnel/decipher/identify'

/** The features of a text, the kinds that it may be, and the one that it is, by their places in `KINDS`. */
export interface Example {
  readonly features: Float64Array
  readonly allowed: readonly boolean[]
  readonly kind: number
}

/** Numbers that decide which texts are made. */
export interface ExampleOptions {
  /** Texts of each kind. */
  readonly count: number
  /** Letters of plain text in each: each doubling between the two as likely. */
  readonly lengths: readonly [shortest: number, longest: number]
  readonly seed: number
}

/** Makes texts of every kind from a text, and measures them. */
export const makeExamples = (
  text: string,
  english: EnglishGains,
  { count, lengths: [shortest, longest], seed }: ExampleOptions,
): Example[] => {
  const random = createRandom(seed)
  const passages = createPassages(text, random)
  return KINDS.flatMap((name, kind) =>
    Array.from({ length: count }, () => {
      const letters = Math.round(shortest * (longest / shortest) ** random.next())
      const measured = measure(makeText(name, passages, letters), english)
      return { features: featuresOf(measured), allowed: allowedKinds(measured), kind }
    }),
  )
}
