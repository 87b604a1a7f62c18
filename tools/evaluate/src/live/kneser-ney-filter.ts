import { createAlphabet, createTokenizer, LATIN, type Tokenizer } from '@runnel/core'
import { type KneserNeyContext, trainKneserNey } from '../kneser-ney/index.ts'
import type { Contender } from './contender.ts'
import { meaningOf } from './streams.ts'

/** Natural logarithm of the weight, in proportion to the best one, below which a key is dropped. */
const DROP = Math.log(1e-6)

/**
 * The same search with a 5-gram model in place of the net: every shift has a context of its own, and is weighed by
 * how probable the model finds the text as that shift reads it. No change of key is looked for.
 */
export const kneserNeyFilter = (training: string): Contender => {
  const tokenizer = createTokenizer(`${LATIN} '0?`, { digit: '0', space: ' ', other: '?' })
  const ngrams = trainKneserNey(symbolsOf(tokenizer, training), tokenizer.vocabulary - 1, 5)
  const alphabet = createAlphabet(LATIN)
  const meanings = Array.from(LATIN, (_, shift) => meaningOf('caesar', { shift }))
  const space = tokenizer.idOf(0x20) - 1
  return {
    name: '5-gram Kneser-Ney filter of the same text',
    start() {
      let keys: { shift: number; weight: number; context: KneserNeyContext }[] = meanings.map((_, shift) => {
        const context = ngrams.createContext()
        context.push(space)
        return { shift, weight: 0, context }
      })
      let best = 0
      return (unit) => {
        const id = tokenizer.idOf(unit.charCodeAt(0))
        if (id === 0) return meanings[best]
        const index = alphabet.indexOf(unit.charCodeAt(0))
        for (const key of keys) {
          const symbol = index === -1 ? id - 1 : (index - key.shift + 26) % 26
          key.weight += key.context.logProbability(symbol)
          key.context.push(symbol)
        }
        const most = Math.max(...keys.map(({ weight }) => weight))
        keys = keys.filter(({ weight }) => weight >= most + DROP)
        best = keys.find(({ weight }) => weight === most)?.shift ?? best
        return meanings[best]
      }
    },
  }
}

/** Ids from 0: the tokenizer's, without padding. */
const symbolsOf = (tokenizer: Tokenizer, text: string): Uint16Array =>
  tokenizer.encode(text).map((id) => id - 1)
