import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { nextRow } from './weigh.ts'

/** Reads text by a complete key alone. Moves its phase. */
export const readOn = (plan: SearchPlan, hypothesis: Hypothesis, text: string): string => {
  const { family, readings } = plan
  if (family.slots === 1 && family.phaseLength === 0) return readings.textOf(hypothesis.trail.row, text)
  let plaintext = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const index = readings.indexOf(unit)
    const read = index === -1 ? unit : readings.unitOf(nextRow(plan, hypothesis, index), { unit, index })
    plaintext += String.fromCharCode(read)
  }
  return plaintext
}
