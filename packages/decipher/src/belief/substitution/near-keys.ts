import { MOST_LETTERS } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'
import { MOST_NEAR, NEAR } from './trust-constants.ts'

/** Keys that are near the best whatever letters they read. */
const FIRST = 4

/** The best keys, and of those near them each that reads a slot as none before it does: the best first. */
export const nearKeys = (keys: PartialKeys): number[] => {
  const near: number[] = []
  for (let key = 0; key < keys.count; key++) if (keys.costOf(key) <= NEAR) near.push(key)
  near.sort((a, b) => keys.costOf(a) - keys.costOf(b) || a - b)
  /** Letters, as a mask, that each slot is read as. */
  const seen = new Int32Array(MOST_LETTERS)
  const chosen: number[] = []
  for (const key of near) {
    if (!addLetters(keys, key, seen) && chosen.length >= FIRST) continue
    chosen.push(key)
    if (chosen.length === MOST_NEAR) break
  }
  return chosen
}

/** Adds a key's letters to masks. @returns whether one is new */
const addLetters = (keys: PartialKeys, key: number, seen: Int32Array): boolean => {
  let isNew = false
  for (let slot = 0; slot < keys.slots; slot++) {
    const letter = 1 << keys.letterOf(key, slot)
    isNew ||= (seen[slot] & letter) === 0
    seen[slot] |= letter
  }
  return isNew
}
