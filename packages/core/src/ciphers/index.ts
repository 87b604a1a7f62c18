import { InvalidOptionError } from '../errors.ts'
import { type CaesarKey, createCaesar } from './caesar.ts'
import type { Cipher } from './cipher.ts'

/** Key of each cipher that Runnel knows, by the cipher's name. */
export interface CipherKeys {
  caesar: CaesarKey
}

/** Name of a cipher that Runnel knows. */
export type CipherName = keyof CipherKeys

/** Key of any cipher that Runnel knows. */
export type CipherKey = CipherKeys[CipherName]

/** Makes each cipher that Runnel knows, by name. */
export const ciphers: { readonly [Name in CipherName]: () => Cipher<CipherKeys[Name]> } = {
  caesar: () => createCaesar(),
}

/**
 * Makes the cipher with that name.
 *
 * @throws InvalidOptionError when there is none; the message lists the names.
 * @example
 * import { createCipher } from '@runnel/core'
 * createCipher('caesar').parseKey('3') // { shift: 3 }
 */
export const createCipher = (name: string): Cipher<CipherKey> => {
  if (!Object.hasOwn(ciphers, name)) {
    throw new InvalidOptionError('cipher', name, `one of ${Object.keys(ciphers).join(', ')}`)
  }
  return ciphers[name as CipherName]()
}
