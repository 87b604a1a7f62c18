import { InvalidOptionError } from '../errors.ts'
import { type AffineKey, createAffine } from './affine.ts'
import { createAtbash } from './atbash.ts'
import { type CaesarKey, createCaesar } from './caesar.ts'
import type { Cipher } from './cipher.ts'
import type { NoKey } from './keyless-cipher.ts'
import { createRot47 } from './rot47.ts'

/** Key of each cipher that Runnel knows, by the cipher's name. */
export interface CipherKeys {
  caesar: CaesarKey
  affine: AffineKey
  atbash: NoKey
  rot47: NoKey
}

/** Name of a cipher that Runnel knows. */
export type CipherName = keyof CipherKeys

/** Key of any cipher that Runnel knows. */
export type CipherKey = CipherKeys[CipherName]

/** Makes each cipher that Runnel knows, by name. */
export const ciphers: { readonly [Name in CipherName]: () => Cipher<CipherKeys[Name]> } = {
  caesar: () => createCaesar(),
  affine: () => createAffine(),
  atbash: () => createAtbash(),
  rot47: () => createRot47(),
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
  return ciphers[name as CipherName]() as Cipher<CipherKey>
}
