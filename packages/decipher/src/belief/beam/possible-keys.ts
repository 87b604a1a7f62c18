import type { PossibleKey } from '../../session/inference.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { readFromStart } from './read-from-start.ts'

/** The keys of hypotheses, each with its weight. */
export const possibleKeys = (plan: SearchPlan, hypotheses: readonly Hypothesis[]): PossibleKey[] =>
  hypotheses.map(({ values, weight }) => ({
    ...plan.family.keyOf(values),
    probability: weight,
    read: (text) => readFromStart(plan, values, text),
  }))
