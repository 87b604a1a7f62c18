import { MISSED, NEAR } from './constants.ts'
import { powerOf } from './powers.ts'

/**
 * Probability that what all the best keys read is right, where none of them is the key.
 *
 * @param places letters for each place of the best key
 * @param chance probability of any one letter
 */
export const nearness = (places: number, chance: number): number =>
  Math.min(NEAR.most, Math.max(chance, NEAR.right + NEAR.more * places))

/** Probability that the search has missed the true key. @param places letters for each place of the best one */
export const missed = (places: number): number => {
  if (places >= MISSED.place) return 0
  const cost = Math.max(0, Math.floor(MISSED.cost - MISSED.lost * (MISSED.place - places)))
  return Math.min(MISSED.most, powerOf(cost))
}
