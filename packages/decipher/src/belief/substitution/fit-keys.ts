import { DROP, MOST_BITS, UNITS_A_BIT } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** Bits of a partial key in a snapshot, besides its letters: how many it shares with the one before, and its cost. */
const [SHARED_BITS, COST_BITS] = [5, 9]

/** Bits of a letter. */
const LETTER_BITS = 5

/** Bits that partial keys take in a snapshot. */
const bitsOf = (keys: PartialKeys): number => {
  let letters = 0
  for (let key = 0; key < keys.count; key++) letters += keys.slots - keys.shared(key)
  return keys.count * (SHARED_BITS + COST_BITS) + letters * LETTER_BITS
}

/** Drops the dearest keys, as far as those that are left would not fit into a snapshot. */
export const fitKeys = (keys: PartialKeys): void => {
  if (keys.count * (SHARED_BITS + COST_BITS + keys.slots * LETTER_BITS) <= MOST_BITS) return
  let [count, bits] = [keys.count, bitsOf(keys)]
  for (let most = DROP; bits > MOST_BITS; most -= UNITS_A_BIT) {
    keys.dropFrom(most)
    if (keys.count < count) bits = bitsOf(keys)
    count = keys.count
  }
}
