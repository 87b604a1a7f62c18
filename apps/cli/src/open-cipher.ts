import { InvalidOptionError } from '@runnel/core'
import type { KeyInference } from '@runnel/decipher'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openSubstitution } from './open-substitution.ts'

/** The cipher as `createDecipherer` takes it. @throws InvalidOptionError when letters are known of another than a substitution */
export const openCipher = async (options: DecipherCommandOptions): Promise<string | KeyInference> => {
  const { cipher, key, known } = options
  if (cipher === 'substitution' && key === undefined) return openSubstitution(known)
  if (known === undefined) return cipher
  throw new InvalidOptionError('known', known, '--cipher substitution beside it')
}
