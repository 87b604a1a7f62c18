import { DROP, UNITS_A_BIT } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'
import { NARROW } from './trust-constants.ts'

/** Drops all but the best of some keys. */
export const narrow = (keys: PartialKeys): void => {
  for (let most = DROP; keys.count > NARROW && most > 0; most -= UNITS_A_BIT) keys.dropFrom(most)
}
