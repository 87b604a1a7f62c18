import { InvalidOptionError } from '@runnel/core'
import type { Counts, Decipherer } from '@runnel/decipher'
import { readingFlags } from '@runnel/decipher/flags'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'

/**
 * The layer that reads flags at the beginning of a text, where no cipher is named and there are counts to read with.
 *
 * @throws InvalidOptionError on a format that is none, or beside a cipher
 */
export const openFlags = (
  { cipher, key, flagFormat }: Pick<DecipherCommandOptions, 'cipher' | 'key' | 'flagFormat'>,
  counts: Counts | undefined,
): ((decipherer: Decipherer) => Decipherer) | undefined => {
  const isAuto = cipher === 'auto' && key === undefined && counts !== undefined
  if (flagFormat !== undefined && !isAuto) {
    throw new InvalidOptionError('flag-format', flagFormat, 'no --cipher, --key or other --model beside it')
  }
  if (!isAuto || flagFormat === 'none') return undefined
  return readingFlags({ counts, formats: flagFormat?.split(',').map((format) => format.trim()) })
}
