import { InvalidOptionError } from '@runnel/core'
import type { Decipherer } from '../decipherer.ts'
import type { Counts } from '../language/counts/counts.ts'
import { plainSession } from '../session/stepped-session.ts'
import { FORMATS } from './constants.ts'
import { createFlagCosts } from './flag-cost.ts'
import { FlagSession } from './flag-session.ts'
import { createPassageReader } from './passage-reader.ts'
import { PassageSession } from './passage-session.ts'
import { createFlagReader } from './read-flag.ts'

/** Means of reading flags. */
export interface FlagMeans {
  /** Counts of the language that flags are written in. */
  readonly counts: Counts
  /** Beginnings of flags that are expected beside the well-known ones, such as `picoCTF{`. */
  readonly formats?: readonly string[] | undefined
  /** The well-known ones, `flagFormats` unless others are given. */
  readonly wellKnown?: readonly string[] | undefined
}

/** Beginnings of flags that are expected unless others are given. */
export const flagFormats: readonly string[] = FORMATS

/**
 * Reads a flag at the beginning of a stream, such as `cvpbPGS{e0g4grq}`, the answer to a security puzzle: by what such
 * flags begin with, its shape, and the words in its braces, under the ciphers whose keys can be listed and Vigenère. What is no
 * flag, or comes after it, is left to the decipherer, but for flags within it, and for brackets, coordinates, labels and the ends of
 * letters that its key makes no sense of.
 *
 * @throws InvalidOptionError on a format that is not 2 to 16 letters, digits or underscores, and a brace
 * @example
 * import { createDecipherer, type Counts } from '@runnel/decipher'
 * import { readingFlags } from '@runnel/decipher/flags'
 * import type { RnnModel } from '@runnel/rnn-model'
 * const make = (model: RnnModel, counts: Counts) =>
 *   readingFlags({ counts, formats: ['runnel{'] })(createDecipherer({ model, counts }))
 */
export const readingFlags = ({
  counts,
  formats = [],
  wellKnown = flagFormats,
}: FlagMeans): ((decipherer: Decipherer) => Decipherer) => {
  for (const format of formats) {
    if (/^\w{2,16}\{$/.test(format)) continue
    throw new InvalidOptionError(
      'flagFormat',
      format,
      '2 to 16 letters, digits or underscores and {, such as picoCTF{',
    )
  }
  const all = [...new Set([...formats, ...wellKnown])]
  const costs = createFlagCosts(counts)
  const reader = createFlagReader(all, costs)
  const passages = createPassageReader(reader, costs)
  const name = `passages, ${all.join(' ')} ${counts.id}`
  return (given) => {
    const decipherer: Decipherer = {
      createSession: (snapshot, watch) =>
        plainSession(new PassageSession({ decipherer: given, reader: passages }, snapshot, watch)),
    }
    return Object.freeze({
      createSession(...[snapshot, watch]: Parameters<Decipherer['createSession']>) {
        return plainSession(new FlagSession({ decipherer, reader, name }, snapshot, watch))
      },
    } satisfies Decipherer)
  }
}
