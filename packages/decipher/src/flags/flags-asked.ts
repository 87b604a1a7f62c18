import { InvalidOptionError } from '@runnel/core'
import type { Decipherer } from '../decipherer.ts'
import type { Counts } from '../language/counts/counts.ts'
import { readingFlags } from './reading-flags.ts'

/** Flags as somebody asks for them in words. */
export interface AskedFlags {
  /** Name of the cipher; flags are read under `auto` alone. */
  readonly cipher: string
  readonly key?: unknown
  /** Beginnings of flags beside the well-known ones, with commas between; `none` for no flags at all. */
  readonly flagFormat?: string | undefined
}

/**
 * The layer that reads flags at the beginning of a text, where no cipher is named and there are counts to read with: for
 * programs whose users say in words what they want.
 *
 * @throws InvalidOptionError on a format that is none, or beside a cipher or a key
 */
export const flagsAsked = (
  { cipher, key, flagFormat }: AskedFlags,
  counts: Counts | undefined,
): ((decipherer: Decipherer) => Decipherer) | undefined => {
  const isAuto = cipher === 'auto' && key === undefined && counts !== undefined
  if (flagFormat !== undefined && !isAuto) {
    throw new InvalidOptionError('flagFormat', flagFormat, 'no cipher, key or other model beside it')
  }
  if (!isAuto || flagFormat === 'none') return undefined
  return readingFlags({ counts, formats: flagFormat?.split(',').map((format) => format.trim()) })
}
