import { EMPTY } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { LanguageState } from '../../language/language-model.ts'
import { filled, type Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'

/**
 * Puts in place of each hypothesis whose slot is empty that a symbol asks for one for each value that may fill it. They
 * share its state until `partStates`. @returns the same list, where none is empty
 */
export const fillSlots = (
  { family }: SearchPlan,
  hypotheses: Hypothesis[],
  { index }: CipherSymbol,
): Hypothesis[] => {
  const asksFor = ({ values, phase }: Hypothesis): number => {
    const slot = family.slotOf(index, phase)
    return slot !== -1 && values[slot] === EMPTY ? slot : -1
  }
  if (hypotheses.every((hypothesis) => asksFor(hypothesis) === -1)) return hypotheses
  return hypotheses.flatMap((hypothesis) => {
    const slot = asksFor(hypothesis)
    if (slot === -1) return [hypothesis]
    return family.fillings(slot, hypothesis.values).map((filling) => filled(hypothesis, slot, filling))
  })
}

/** Gives each hypothesis that is left a state of its own, and back those that none of them holds any more. */
export const partStates = (
  { copy }: SearchPlan,
  before: readonly Hypothesis[],
  left: readonly Hypothesis[],
): void => {
  const held = new Set<LanguageState>()
  for (const hypothesis of left) {
    const { state } = hypothesis
    if (!state) continue
    if (held.has(state)) hypothesis.state = copy(state)
    else held.add(state)
  }
  for (const { state } of before) if (state && !held.has(state)) state.free()
}
