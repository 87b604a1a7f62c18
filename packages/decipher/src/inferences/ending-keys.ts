import { type Cipher, InvalidOptionError } from '@runnel/core'
import type { Counts } from '../language/counts/counts.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import { optionsInWords, resolved } from '../settling/live-options.ts'
import { createEndingInference, type EndingOptions } from './ending.ts'
import type { EndingFinder, FindingMeans } from './key-finder.ts'

/**
 * Keys of a cipher that are found by counts of a language when the text ends.
 *
 * @param belief tells snapshots of this search from those of others
 * @param weigherBy makes what weighs the keys of one text
 */
export const endingKeys = <Key>(
  cipher: Cipher<Key>,
  belief: string,
  weigherBy: (counts: Counts) => EndingOptions['weigh'],
): EndingFinder => ({
  name: cipher.name,
  createInference({ counts, options }: FindingMeans) {
    const { name } = cipher
    if (!counts) throw new InvalidOptionError('counts', undefined, `counts, which find the keys of ${name}`)
    return createEndingInference({
      fingerprint: { ...modelInWords(counts.name, counts), keys: name, belief, ...optionsInWords(options) },
      alphabet: cipher.alphabet,
      cipher: cipher as Cipher<unknown>,
      enough: resolved(options).rule.probability,
      weigh: weigherBy(counts),
    })
  },
})
