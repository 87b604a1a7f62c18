import type { Random } from '../random.ts'

/** Values in a random order, in place. */
export const shuffled = <T>(random: Random, values: T[]): T[] => {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.integer(last + 1)
    const value = values[last]
    values[last] = values[other]
    values[other] = value
  }
  return values
}
