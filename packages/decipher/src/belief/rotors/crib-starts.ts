import { Presses } from './presses.ts'
import type { RotorPlan } from './rotor-plan.ts'
import { SIZE } from './wheel-tables.ts'

/**
 * The starts that read a crib as the last letters of a ciphertext, whose letters are given from the first on. An Enigma writes
 * no letter as itself: most places are out of the question at once.
 */
export const cribStarts = (
  plan: RotorPlan,
  letters: readonly number[],
  crib: ArrayLike<number>,
): number[] => {
  const from = letters.length - crib.length
  const written = letters.slice(from)
  if (from < 0 || written.some((letter, at) => letter === crib[at])) return []
  const { starts, tables, work } = plan
  const presses = new Presses(plan)
  const turns = written.map(() => ({ left: 0, around: 0, middle: 0, right: 0, letter: 0 }))
  const found: number[] = []
  let group = -1
  for (const start of starts) {
    const own = Math.floor(start / SIZE)
    if (own !== group) {
      group = own
      presses.begin(group)
      for (let press = 0; press < letters.length; press++) {
        if (press < from) presses.step(group, press)
        else presses.press(group, press, written[press - from], turns[press - from])
      }
    }
    const window = start - group * SIZE
    let at = 0
    while (at < crib.length && presses.read(turns[at], window) === crib[at]) at++
    if (at === crib.length) found.push(start)
  }
  work.steps += tables.orders.length
  return found
}
