import { WINDOW } from '../locked/constants.ts'
import type { SoughtText } from '../locked/sought-text.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { Problem } from './problem.ts'

/** A text to be solved, which has spaces until it is read as one that has none. */
export const createProblem = ({ alphabet, costs, work }: ColumnPlan, text: SoughtText): Problem => ({
  text,
  costs: costs(true),
  spaced: undefined,
  space: alphabet.space,
  values: alphabet.family.values.length,
  every: Uint8Array.from({ length: alphabet.family.values.length }, (_, value) => value),
  work,
  known: new Uint8Array(WINDOW),
})

/** The same problem, its text read as one that has spaces, or none. */
export const readAs = ({ costs }: ColumnPlan, problem: Problem, isSpaced: boolean): Problem => ({
  ...problem,
  costs: costs(isSpaced),
  spaced: isSpaced || problem.space === 0 ? undefined : costs(true).table,
})
