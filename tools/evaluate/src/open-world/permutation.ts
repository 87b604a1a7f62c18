import type { Random } from '@runnel/core'

/** A random order of the numbers below `length`, other than their own (Fisher and Yates, 1938). */
export const permutation = (length: number, random: Random): number[] => {
  const order = Array.from({ length }, (_, i) => i)
  for (;;) {
    for (let i = length - 1; i > 0; i--) {
      const other = random.integer(i + 1)
      ;[order[i], order[other]] = [order[other], order[i]]
    }
    if (order.some((value, i) => value !== i)) return order
  }
}
