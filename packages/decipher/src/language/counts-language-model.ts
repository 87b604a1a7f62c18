import type { Counts } from './counts/counts.ts'
import type { LanguageModel } from './language-model.ts'
import { createNgramModel } from './ngram-model.ts'

/** Counts as a language model. */
export const countsLanguageModel = (counts: Counts): LanguageModel =>
  createNgramModel({
    name: counts.name,
    id: counts.id,
    tokenizer: counts.tokenizer,
    order: counts.depth + 1,
    predict(context, out) {
      const known = counts.contextOf(context, context.length)
      for (let id = 1; id < out.length; id++) out[id] = counts.probabilityOf(id, known)
    },
  })
