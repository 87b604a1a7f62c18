import { InvalidOptionError } from '../errors.ts'
import { type AffineKey, createAffine } from './affine.ts'
import { createAtbash } from './atbash.ts'
import { type CaesarKey, createCaesar } from './caesar.ts'
import type { Cipher } from './cipher.ts'
import type { NoKey } from './keyless-cipher.ts'
import { createRot47 } from './rot47.ts'

/** Makes each cipher that Runnel brings along, by its name. Those of your own need no place in it. */
export const ciphers = {
  caesar: (): Cipher<CaesarKey> => createCaesar(),
  affine: (): Cipher<AffineKey> => createAffine(),
  atbash: (): Cipher<NoKey> => createAtbash(),
  rot47: (): Cipher<NoKey> => createRot47(),
}

/** Name of a cipher that Runnel brings along. */
export type CipherName = keyof typeof ciphers

/**
 * Makes the cipher with that name.
 *
 * @throws InvalidOptionError when there is none; the message lists the names.
 * @example
 * import { createCipher } from '@runnel/core'
 * createCipher('caesar').parseKey('3') // { shift: 3 }
 */
export const createCipher = (name: string): Cipher<unknown> => {
  if (!Object.hasOwn(ciphers, name)) {
    throw new InvalidOptionError('cipher', name, `one of ${Object.keys(ciphers).join(', ')}`)
  }
  return ciphers[name as CipherName]() as Cipher<unknown>
}
