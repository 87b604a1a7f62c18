import type { Cipher } from '@runnel/core'
import { everyCipher, findCipher, letterCiphers } from '@runnel/core/ciphers'

/**
 * A cipher of the list of all, by its name: for keys that are set by hand.
 *
 * @param letters those that it moves; its own unless given
 * @throws InvalidOptionError where the cipher does not go with them
 */
export const everyCipherOf = (name: string, letters?: string): Cipher<unknown> | undefined =>
  Object.hasOwn(everyCipher, name) ? findCipher(name, letters) : undefined

/** A cipher whose text comes out letter for letter, by its name. */
export const letterCipherOf = (name: string): Cipher<unknown> | undefined =>
  Object.hasOwn(letterCiphers, name) ? letterCiphers[name]() : undefined
