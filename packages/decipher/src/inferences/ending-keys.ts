import { type Cipher, InvalidOptionError } from '@runnel/core'
import type { Counts } from '../language/counts/counts.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import { optionsInWords, resolved } from '../settling/live-options.ts'
import { createEndingInference, type EndingOptions } from './ending.ts'
import type { EndingFinder, FindingMeans } from './key-finder.ts'

/**
 * Keys of one cipher or of several that are found by counts of a language when the text ends.
 *
 * @param name of the cipher, or of all of them together
 * @param belief tells snapshots of this search from those of others
 * @param weigherBy makes what weighs the keys of one text
 */
export const endingKeys = (
  name: string,
  ciphers: readonly Cipher<unknown>[],
  belief: string,
  weigherBy: (counts: Counts) => EndingOptions['weigh'],
): EndingFinder => ({
  name,
  createInference({ counts, options }: FindingMeans) {
    if (!counts) throw new InvalidOptionError('counts', undefined, `counts, which find the keys of ${name}`)
    return createEndingInference({
      fingerprint: { ...modelInWords(counts.name, counts), keys: name, belief, ...optionsInWords(options) },
      alphabet: ciphers[0].alphabet,
      name,
      ciphers,
      enough: resolved(options).rule.probability,
      weigh: weigherBy(counts),
    })
  },
})
