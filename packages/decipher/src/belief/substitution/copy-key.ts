import { MOST_LETTERS } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** Copies the letters of a partial key, and after them those that it has not used. */
export const copyKey = (keys: PartialKeys, key: number, to: Uint8Array): void => {
  let used = 0
  for (let slot = 0; slot < keys.slots; slot++) {
    to[slot] = keys.letterOf(key, slot)
    used |= 1 << to[slot]
  }
  for (let letter = 0, slot = keys.slots; letter < MOST_LETTERS; letter++) {
    if (((used >> letter) & 1) === 0) to[slot++] = letter
  }
}
