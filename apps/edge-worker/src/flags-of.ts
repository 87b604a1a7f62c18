import { InvalidOptionError } from '@runnel/core'
import type { Counts, Decipherer } from '@runnel/decipher'
import { readingFlags } from '@runnel/decipher/flags'
import type { DecipherQuery } from './decipher-query.ts'

/**
 * The layer that reads flags at the beginning of a text, where no cipher is named and there are counts to read with.
 *
 * @throws InvalidOptionError on a format that is none, or beside a cipher or a key
 */
export const flagsOf = (
  { cipher, key, flagFormat }: DecipherQuery,
  counts: Counts | undefined,
): ((decipherer: Decipherer) => Decipherer) | undefined => {
  const isAuto = cipher === 'auto' && key === undefined && counts !== undefined
  if (flagFormat !== undefined && !isAuto) {
    throw new InvalidOptionError('flagFormat', flagFormat, 'no cipher, key or other model beside it')
  }
  if (!isAuto || flagFormat === 'none') return undefined
  return readingFlags({ counts, formats: flagFormat?.split(',').map((format) => format.trim()) })
}
