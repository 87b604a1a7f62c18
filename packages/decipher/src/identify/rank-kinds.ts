import { allowedKinds } from './allowed.ts'
import { classify } from './classifier.ts'
import { LEAST_PROBABLE } from './constants.ts'
import { featuresOf, measure } from './features.ts'
import type { IdentifyModel } from './identify-model.ts'
import { KINDS, kindsInWords } from './kinds.ts'
import { nextStep } from './next-step.ts'
import type { RankedKind } from './ranked-kind.ts'
import { whyOf } from './why.ts'

/** Ranks the kinds that a text may be of, going by its beginning. */
export const rankKinds = (text: string, { english, classifier }: IdentifyModel): RankedKind[] => {
  const measured = measure(text, english)
  const probabilities = classify(classifier, featuresOf(measured), allowedKinds(measured))
  return KINDS.map((kind, place) => ({ kind, probability: probabilities[place] }))
    .filter(({ probability }) => probability >= LEAST_PROBABLE)
    .sort((a, b) => b.probability - a.probability)
    .map(({ kind, probability }) => {
      const next = nextStep(kind, measured.decoded)
      return {
        kind,
        about: kindsInWords[kind],
        probability: Math.round(1e4 * probability) / 1e4,
        why: whyOf(kind, measured),
        ...(next !== undefined && { next }),
      }
    })
}
