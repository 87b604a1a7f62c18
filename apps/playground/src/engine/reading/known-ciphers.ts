import type { Cipher } from '@runnel/core'
import { everyCipher } from '@runnel/core/ciphers'

/** A cipher of the list of all, by its name: for keys that are set by hand. */
export const everyCipherOf = (name: string): Cipher<unknown> | undefined =>
  Object.hasOwn(everyCipher, name) ? everyCipher[name]() : undefined
