import type { Random } from '@runnel/core'
import { ALLOWANCES } from './allowances.ts'
import { COOLING, LETTERS } from './constants.ts'
import type { Replica } from './replica.ts'

/** The letters of a text, those of them that are different, and how many exchanges are tried. */
interface Plan {
  readonly seen: number
  readonly letters: number
  readonly swaps: number
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) from a random key by exchanges of two letters: it knows
 * nothing of the keys that were found before, and so finds what they all have missed.
 */
export const anneal = (
  replica: Replica,
  { seen, letters, swaps }: Plan,
  { allowances, random }: { allowances: Uint8Array; random: Random },
): void => {
  for (let last = LETTERS - 1; last > 0; last--) {
    const other = random.integer(last + 1)
    if (other !== last && replica.mayExchange(last, other)) replica.exchange(last, other)
  }
  const { steps, first, last } = COOLING
  for (let step = 0; step < steps; step++) {
    const coldness = ((first + ((last - first) * step) / (steps - 1)) * seen) / letters
    for (let i = 0; i < swaps / steps; i++) {
      const drawn = random.integer(seen * (LETTERS - 1) * ALLOWANCES)
      const pair = Math.floor(drawn / ALLOWANCES)
      const a = pair % seen
      const other = Math.floor(pair / seen)
      const b = other < a ? other : other + 1
      if (!replica.mayExchange(a, b)) continue
      const most = Math.floor(allowances[drawn % ALLOWANCES] / coldness)
      if (replica.difference(a, b, most) <= most) replica.exchange(a, b)
    }
  }
  replica.descend(seen)
}
