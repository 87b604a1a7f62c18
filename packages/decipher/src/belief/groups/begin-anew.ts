import { MOST_CHANGES } from '../change/constants.ts'
import { type Hypothesis, hypothesisOf } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { runAt, runsOf, type Trail } from '../hypothesis/trail.ts'
import { NEW_KEY } from './constants.ts'

/**
 * Hypotheses that stand at a position as at the start of a stream: the key that was read with until there goes on, or
 * another one of those listed begins, where a change of key is expected at all.
 *
 * @param latest the trail of the best hypothesis, perhaps beyond the position
 */
export const beginAnew = (
  { listed, noPhase, changeRate }: SearchPlan,
  latest: Trail,
  position: number,
): Hypothesis[] => {
  const before = runAt(latest, position - 1)
  const mayChange = changeRate > 0 && runsOf(before).length < MOST_CHANGES
  const share = mayChange ? NEW_KEY : 0
  return listed.flatMap((key) => {
    const isHeld = key.row === before.row
    const trail = isHeld ? before : { row: key.row, since: position, before }
    const weight = share * key.prior + (isHeld ? 1 - share : 0)
    return weight > 0 ? [{ ...hypothesisOf(key, noPhase), trail, weight }] : []
  })
}
