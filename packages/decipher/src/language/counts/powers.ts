import { LEVELS_A_BIT, MOST_LEVEL } from './constants.ts'

/** 2^(-n/4). */
const QUARTERS = [1, 0.8408964152537145, Math.SQRT1_2, 0.5946035575013605]

/**
 * Probabilities of costs, at the cost and `MOST_LEVEL` more: literals and exact halvings, the same bits in every runtime.
 */
export const createPowers = (): Float64Array => {
  const powers = new Float64Array(2 * MOST_LEVEL + 1)
  let whole = 1
  for (let level = 0; level <= MOST_LEVEL; level++) {
    if (level > 0 && level % LEVELS_A_BIT === 0) whole /= 2
    powers[MOST_LEVEL + level] = whole * QUARTERS[level % LEVELS_A_BIT]
  }
  let doubled = 1
  for (let level = 1; level <= MOST_LEVEL; level++) {
    if (level % LEVELS_A_BIT === 1) doubled *= 2
    powers[MOST_LEVEL - level] = doubled * QUARTERS[(LEVELS_A_BIT - (level % LEVELS_A_BIT)) % LEVELS_A_BIT]
  }
  return powers
}
