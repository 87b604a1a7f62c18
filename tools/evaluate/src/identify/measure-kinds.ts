import { createPassages, makeText } from '@runnel/ciphertexts'
import { createRandom } from '@runnel/core'
import { type Identifier, KINDS, type Kind, type ToldKind } from '@runnel/decipher/identify'

/** One text, and what it was told to be. */
export interface Told {
  readonly kind: Kind
  /** Kinds that it was told to be, the likeliest first, and the probability of the first. */
  readonly ranked: readonly ToldKind[]
  readonly probability: number
}

/** Texts to make, and how many. */
export interface Making {
  readonly text: string
  /** Letters of plain text in each, and texts of each kind. */
  readonly letters: number
  readonly count: number
  readonly seed: number
}

/** Makes texts of every kind, and asks what each is. */
export const measureKinds = (
  identifier: Identifier,
  { text, letters, count, seed }: Making,
  advance: () => void = () => {},
): Told[] => {
  const passages = createPassages(text, createRandom(seed))
  return KINDS.flatMap((kind) =>
    Array.from({ length: count }, () => {
      const { kinds } = identifier.identify(makeText(kind, passages, letters))
      advance()
      return { kind, ranked: kinds.map((ranked) => ranked.kind), probability: kinds[0]?.probability ?? 0 }
    }),
  )
}

/** Share of texts whose kind was among the first so many. */
export const shareAmong = (told: readonly Told[], first: number): number =>
  told.filter(({ kind, ranked }) => ranked.slice(0, first).includes(kind)).length / told.length

/** Texts whose likeliest kind had a probability in a range: how probable it was in the mean, and how often it was right. */
export interface CalibrationBin {
  readonly from: number
  readonly count: number
  readonly probability: number
  readonly right: number
}

/** Lower ends of the ranges of probability. */
const RANGES = [0, 0.5, 0.7, 0.9, 0.99] as const

/** Compares how probable the likeliest kinds were with how often they were right, range by range. */
export const calibrationOf = (told: readonly Told[]): CalibrationBin[] =>
  RANGES.map((from, i) => {
    const to = RANGES[i + 1] ?? Number.POSITIVE_INFINITY
    const own = told.filter(({ probability }) => probability >= from && probability < to)
    return {
      from,
      count: own.length,
      probability: own.reduce((sum, { probability }) => sum + probability, 0) / own.length,
      right: shareAmong(own, 1),
    }
  })

/** Mean distance of probability and share right over all texts, range by range. */
export const calibrationError = (bins: readonly CalibrationBin[]): number => {
  const filled = bins.filter(({ count }) => count > 0)
  const total = filled.reduce((sum, { count }) => sum + count, 0)
  return (
    filled.reduce((sum, { count, probability, right }) => sum + count * Math.abs(probability - right), 0) /
    total
  )
}
