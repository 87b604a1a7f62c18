import { InvalidOptionError } from '@runnel/core'
import { cipherNamed } from '@runnel/decipher/ciphers'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openSubstitution } from './open-substitution.ts'

/** The cipher as `createDecipherer` takes it. @throws InvalidOptionError when letters or words are known of another than a substitution */
export const openCipher = async (
  options: DecipherCommandOptions,
): Promise<ReturnType<typeof cipherNamed>> => {
  const { cipher, key, known, crib } = options
  if (cipher === 'substitution' && key === undefined) return openSubstitution({ known, crib })
  for (const [name, given] of Object.entries({ known, crib })) {
    if (given !== undefined) throw new InvalidOptionError(name, given, '--cipher substitution beside it')
  }
  return cipherNamed(cipher, key)
}
