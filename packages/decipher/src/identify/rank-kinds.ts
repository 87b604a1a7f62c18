import { allowedKinds } from './allowed.ts'
import { classify } from './classifier.ts'
import { LEAST_PROBABLE } from './constants.ts'
import { featuresOf, measure } from './features.ts'
import type { IdentifyModel } from './identify-model.ts'
import { KINDS, kindsInWords } from './kinds.ts'
import { decodeStep, nextStep } from './next-step.ts'
import type { RankedKind } from './ranked-kind.ts'
import { whyOf } from './why.ts'

/** The look for encodings, which is loaded by itself. */
export type FoundEncodings = typeof import('./found-encodings.ts')

/** Means of ranking a text. */
export interface RankOptions {
  readonly model: IdentifyModel
  readonly found: FoundEncodings
  /** Whether the text has ended. */
  readonly isWhole: boolean
}

/** Ranks the kinds that a text may be of, going by its beginning. */
export const rankKinds = (
  text: string,
  { model, found: { foundEncodings, withFound }, isWhole }: RankOptions,
): RankedKind[] => {
  const { english, classifier } = model
  const measured = measure(text, english)
  const probabilities = classify(classifier, featuresOf(measured), allowedKinds(measured))
  const found = foundEncodings(text, isWhole)
  const kinds = KINDS.map((kind, place) => ({ kind, probability: probabilities[place] }))
  return withFound(kinds, found)
    .filter(({ probability }) => probability >= LEAST_PROBABLE)
    .sort((a, b) => b.probability - a.probability)
    .map(({ kind, probability }, place) => {
      const isFound = place === 0 && found.length > 0
      const next = isFound ? decodeStep(found) : nextStep(kind, measured.decoded)
      return {
        kind,
        about: kindsInWords[kind],
        probability: Math.round(1e4 * probability) / 1e4,
        why: isFound
          ? [`text comes out of ${found.join(' > ')}`, ...whyOf(kind, measured)]
          : whyOf(kind, measured),
        ...(next !== undefined && { next }),
      }
    })
}
