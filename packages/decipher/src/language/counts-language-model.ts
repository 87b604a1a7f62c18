import { LEAST_COUNTED } from './counts/constants.ts'
import type { Counts } from './counts/counts.ts'
import type { LanguageModel } from './language-model.ts'
import { createNgramModel } from './ngram-model.ts'

/** Counts as a language model: of what they have hardly seen they say less than they might. */
export const countsLanguageModel = (counts: Counts): LanguageModel => ({
  ...createNgramModel({
    name: counts.name,
    id: counts.id,
    tokenizer: counts.tokenizer,
    order: counts.depth + 1,
    predict(context, out) {
      counts.fill(counts.contextOf(context, context.length), out, 0)
    },
  }),
  least: LEAST_COUNTED,
})
