import { InvalidOptionError } from '@runnel/core'
import { cipherNamed } from '@runnel/decipher/ciphers'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openSubstitution } from './open-substitution.ts'

/** The cipher as `createDecipherer` takes it. @throws InvalidOptionError when letters are known of another than a substitution */
export const openCipher = async (
  options: DecipherCommandOptions,
): Promise<ReturnType<typeof cipherNamed>> => {
  const { cipher, key, known } = options
  if (cipher === 'substitution' && key === undefined) return openSubstitution(known)
  if (known === undefined) return cipherNamed(cipher, key)
  throw new InvalidOptionError('known', known, '--cipher substitution beside it')
}
