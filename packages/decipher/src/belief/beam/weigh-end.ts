import { NO_NUMBER } from '../hypothesis/constants.ts'
import { type Hypothesis, heaviest } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'

/**
 * Weighs hypotheses where a text ends: digits alone are a number, whatever letters a key reads there. The weights sum to 1 again.
 *
 * @param units those of the text, none where it is longer than an opening
 * @returns the likeliest
 */
export const weighEnd = (
  { family, model: { tokenizer } }: SearchPlan,
  hypotheses: readonly Hypothesis[],
  units: readonly number[],
): Hypothesis => {
  if (!/^[\d\s.,:/-]+$/.test(String.fromCharCode(...units))) return heaviest(hypotheses)
  const letters = new Set(
    Array.from(family.alphabet.letters, (letter) => tokenizer.idOf(letter.charCodeAt(0))),
  )
  let total = 0
  for (const hypothesis of hypotheses) {
    if (letters.has(hypothesis.id)) hypothesis.weight *= NO_NUMBER
    total += hypothesis.weight
  }
  for (const hypothesis of hypotheses) hypothesis.weight /= total
  return heaviest(hypotheses)
}
