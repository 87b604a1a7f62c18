import { createReversed, createWordsReversed, decodeText } from '@runnel/core/encodings'
import { sharedCosts } from '../belief/columns/costs.ts'
import type { Counts } from '../language/counts/counts.ts'

/** Share of the cost of a text that it has to have with its words turned: English backwards costs about twice as much. */
const FAR_CHEAPER = 0.75

/** Whether a text is a language once each of its words is turned, and more so than where the whole of it is. */
export const isByWords = (text: string, counts: Counts): boolean => {
  const { reader } = sharedCosts(counts)(true)
  const { tokenizer } = counts
  const other = tokenizer.alphabet.indexOf(tokenizer.options.other ?? '') + 1
  const costOf = (given: string): number => {
    const state = reader.create()
    let cost = 0
    for (let i = 0; i < given.length; i++) {
      cost += reader.read(tokenizer.idOf(given.toLowerCase().charCodeAt(i)) || other, state)
    }
    return cost
  }
  const byWords = costOf(decodeText(createWordsReversed(), text))
  return byWords < costOf(decodeText(createReversed(), text)) && byWords < FAR_CHEAPER * costOf(text)
}
