import { EMPTY, type Filling, type KeyFamily } from '../../keys/key-family.ts'
import type { LanguageState } from '../../language/language-model.ts'
import { type Blur, startBlur } from './blur.ts'
import type { Trail } from './trail.ts'

/** A key, perhaps partly filled, that the text may be written with, and how far a language model has read the text so. */
export interface Hypothesis extends Blur {
  /** Of each slot, or EMPTY. Never written to: hypotheses may share it. */
  readonly values: Uint16Array
  /** The cipher's phase after all that was read. Moved in place. */
  readonly phase: Int32Array
  trail: Trail
  /** Probability that it is true; those of all hypotheses sum to 1. */
  weight: number
  /** Undefined as long as it stands where every stream starts. */
  state: LanguageState | undefined
  /** Token id that the language model has yet to read. */
  id: number
  /** Where the row of what it expects next begins, in the table of the symbol being read. */
  at: number
}

/** A key at the start of a stream. */
export interface StartingKey {
  readonly values: Uint16Array
  /** The row that it reads by; any, as long as a slot is empty. */
  readonly row: number
  readonly prior: number
}

/** The keys that a stream starts with: every value of a single slot, or one key that is all empty. */
export const startingKeys = (family: KeyFamily): StartingKey[] => {
  const empty = new Uint16Array(family.slots).fill(EMPTY)
  if (family.slots !== 1) return [{ values: empty, row: 0, prior: 1 }]
  const phase = new Int32Array(family.phaseLength)
  return family
    .fillings(0, empty)
    .map(({ value, prior }) => ({ values: Uint16Array.of(value), row: family.rowOf(value, phase), prior }))
}

/** The hypothesis that a key holds from the start, before anything is read. `phase` becomes its own. */
export const hypothesisOf = ({ values, row, prior }: StartingKey, phase: Int32Array): Hypothesis => ({
  values,
  phase,
  trail: { row, since: 0, before: undefined },
  weight: prior,
  state: undefined,
  id: 0,
  at: 0,
  ...startBlur,
})

/** The same hypothesis with one more slot filled. Its state is still shared. */
export const filled = (hypothesis: Hypothesis, slot: number, { value, prior }: Filling): Hypothesis => {
  const values = hypothesis.values.slice()
  values[slot] = value
  return { ...hypothesis, values, phase: hypothesis.phase.slice(), weight: hypothesis.weight * prior }
}

/** The same hypothesis, with a phase and a state of its own. */
export const copied = (
  copy: (state: LanguageState) => LanguageState,
  hypothesis: Hypothesis,
): Hypothesis => ({
  ...hypothesis,
  phase: hypothesis.phase.slice(),
  state: hypothesis.state && copy(hypothesis.state),
})

/** Whether a key lacks nothing. */
export const isComplete = ({ values }: Hypothesis): boolean => !values.includes(EMPTY)

/** The hypothesis that weighs most; the first of equals. */
export const heaviest = (hypotheses: readonly Hypothesis[]): Hypothesis => {
  let best = hypotheses[0]
  for (const hypothesis of hypotheses) if (hypothesis.weight > best.weight) best = hypothesis
  return best
}
