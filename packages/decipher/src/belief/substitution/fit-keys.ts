import { DROP, MOST_BITS, UNITS_A_BIT } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** Bits of a partial key in a snapshot, besides its letters: how many it shares with the one before, and its cost. */
const [SHARED_BITS, COST_BITS] = [5, 9]

/** Bits of a letter. */
const LETTER_BITS = 5

/** Letters that a key begins with as the key before it does. */
export const sharedLetters = (keys: PartialKeys, key: number): number => {
  let slot = 0
  if (key === 0) return slot
  while (slot < keys.slots && keys.letterOf(key, slot) === keys.letterOf(key - 1, slot)) slot++
  return slot
}

/** Bits that partial keys take in a snapshot. */
const bitsOf = (keys: PartialKeys): number => {
  let letters = 0
  for (let key = 0; key < keys.count; key++) letters += keys.slots - sharedLetters(keys, key)
  return keys.count * (SHARED_BITS + COST_BITS) + letters * LETTER_BITS
}

/** Drops the dearest keys, as far as those that are left would not fit into a snapshot. */
export const fitKeys = (keys: PartialKeys): void => {
  if (keys.count * (SHARED_BITS + COST_BITS + keys.slots * LETTER_BITS) <= MOST_BITS) return
  for (let most = DROP; bitsOf(keys) > MOST_BITS; most -= UNITS_A_BIT) keys.dropFrom(most)
}
