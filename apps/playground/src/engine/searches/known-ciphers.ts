import type { Cipher } from '@runnel/core'
import { everyCipher, findCipher, letterCiphers } from '@runnel/core/ciphers'
import type { DecipherOptions } from '@runnel/decipher'
import { homophonicUnder } from '@runnel/decipher/homophonic'

/**
 * A cipher of the list of all, by its name: for keys that are set by hand.
 *
 * @param letters those that it moves; its own unless given
 * @throws InvalidOptionError where the cipher does not go with them
 */
export const everyCipherOf = (name: string, letters?: string): Cipher<unknown> | undefined =>
  Object.hasOwn(everyCipher, name) ? findCipher(name, letters) : undefined

/**
 * A cipher whose text comes out letter for letter, by its name.
 *
 * @param letters those that it moves, where it does not have its own alone
 */
export const letterCipherOf = (name: string, letters?: string): Cipher<unknown> | undefined => {
  if (!Object.hasOwn(letterCiphers, name)) return undefined
  try {
    return findCipher(name, letters)
  } catch {
    return letterCiphers[name]()
  }
}

/** A cipher whose key is known, as a decipherer takes it: the symbols of a homophonic one are no letters that are moved. */
export const keyedCipherOf = (name: string, key: string, letters?: string): DecipherOptions['cipher'] =>
  name === 'homophonic' ? homophonicUnder(key) : everyCipherOf(name, letters)
