import { createTokenizer, LATIN } from '@runnel/core'
import { createNgramModel, type LanguageModel } from '@runnel/decipher'
import { trainKneserNey } from '../kneser-ney/index.ts'

const ORDER = 5

/** 5-grams with Kneser-Ney smoothing, counted in a text, as a language model. */
export const countedModel = (training: string): LanguageModel => {
  const tokenizer = createTokenizer(`${LATIN} '0?`, { digit: '0', space: ' ', other: '?' })
  const ids = tokenizer.encode(training).map((id) => id - 1)
  const ngrams = trainKneserNey(ids, tokenizer.vocabulary - 1, ORDER)
  return createNgramModel({
    name: '5-grams',
    id: 'kneser-ney',
    tokenizer,
    order: ORDER,
    predict(context, out) {
      const counts = ngrams.createContext()
      for (const id of context) counts.push(id - 1)
      for (let id = 1; id < out.length; id++) out[id] = Math.exp(counts.logProbability(id - 1))
    },
  })
}
