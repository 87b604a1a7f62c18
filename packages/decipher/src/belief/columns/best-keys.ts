import { NO_LETTER } from '../locked/sought-text.ts'
import { different } from './candidate.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { Lane } from './lane.ts'
import type { PeriodKey, Problem } from './problem.ts'
import { type Solved, solve } from './solve.ts'
import { type HowMuch, troubleOf } from './trouble.ts'
import { tryKeys } from './try-keys.ts'

/**
 * The best keys of a lane, and the best of those that are listed and are none of them: keys that grow by a step and, unless
 * little trouble is taken, words.
 *
 * @param limit twelfths of a bit that the text may cost by a listed key
 */
export const bestKeys = (
  { words, alphabet, sparing }: ColumnPlan,
  problem: Problem,
  lane: Lane,
  { howMuch, limit }: { howMuch: HowMuch; limit: number },
): Solved[] => {
  const trouble = troubleOf(problem, howMuch, sparing)
  const found = lane.isListed ? [] : solve(problem, lane, trouble)
  const lists = [howMuch === 'little' ? undefined : words, alphabet.family.growing]
  const listed = lists.flatMap((list) =>
    list ? tryKeys(problem, lane, list.ofPeriod(lane.period), { most: trouble.kept, limit }) : [],
  )
  if (listed.length === 0) return found
  return different([...found, ...listed.filter(({ key }) => !readsOneLetter(problem, lane, key))])
}

/** Whether a key reads nothing but one letter over and over, as one that grows by a step reads the alphabet in its order. */
const readsOneLetter = ({ text, values }: Problem, { places, plain }: Lane, key: PeriodKey): boolean => {
  let first = 0
  for (let at = 0; at < text.symbols; at++) {
    if (text.letterAt[at] === NO_LETTER) continue
    const letter = plain[at * values + key[places[at]]]
    if (first === 0) first = letter
    else if (letter !== first) return false
  }
  return true
}
