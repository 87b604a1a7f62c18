import { createReversed, createWordsReversed, decodeText } from '@runnel/core/encodings'
import { sharedCosts } from '../belief/columns/costs.ts'
import type { Counts } from '../language/counts/counts.ts'

/** Share of the cost of a text that it has to have with its words turned: English backwards costs about twice as much. */
const FAR_CHEAPER = 0.75

/** A word that ends in a capital, at the start of a text turned word by word, and at the end of one that is turned as a whole. */
const [FIRST, LAST] = [/^\W*[a-z]+[A-Z](?![a-z])/, /\b[a-z]+[A-Z]\W*$/]

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
  const [isFirst, isLast] = [FIRST.test(text), LAST.test(text)]
  if (isLast && !isFirst) return false
  const byWords = costOf(decodeText(createWordsReversed(), text))
  const isCheaper = (isFirst && !isLast) || byWords < costOf(decodeText(createReversed(), text))
  return isCheaper && byWords < FAR_CHEAPER * costOf(text)
}
