import { NO_NUMBER } from '../hypothesis/constants.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'

/** Weighs hypotheses where a text ends: digits alone are a number, whatever letters a key reads there. The weights sum to 1 again. */
export const weighEnd = (
  { family, model: { tokenizer } }: SearchPlan,
  hypotheses: readonly Hypothesis[],
  units: readonly number[],
): void => {
  if (!/^[\d\s.,:/-]+$/.test(String.fromCharCode(...units))) return
  const letters = new Set(
    Array.from(family.alphabet.letters, (letter) => tokenizer.idOf(letter.charCodeAt(0))),
  )
  let total = 0
  for (const hypothesis of hypotheses) {
    if (letters.has(hypothesis.id)) hypothesis.weight *= NO_NUMBER
    total += hypothesis.weight
  }
  for (const hypothesis of hypotheses) hypothesis.weight /= total
}
