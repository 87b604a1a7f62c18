import { GroupedText } from '../belief/grouped-text.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { createSearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { createTokenShares } from '../belief/hypothesis/token-shares.ts'
import { languageOf } from '../belief/open-world/language.ts'
import { OpenWorld } from '../belief/open-world/open-world.ts'
import type { KeyFamily } from '../keys/key-family.ts'
import type { LanguageModel } from '../language/language-model.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import type { Inference } from '../session/inference.ts'
import { type LiveOptions, optionsInWords, resolved } from '../settling/live-options.ts'
import { createSettlingInference } from '../settling/settling-stream.ts'
import { familyInWords } from './family-in-words.ts'
import type { Finding, ListedFinding } from './key-finder.ts'

/**
 * Infers the key live with a language model of the plaintext, weighing every key of a family.
 *
 * @throws InvalidOptionError when the model cannot read what the keys read
 */
export const createKeySearch = (model: LanguageModel, family: KeyFamily, options: LiveOptions): Inference =>
  createSettlingInference(prepareKeySearch(model, family, options))

/** The same search, ready to be part of another. */
export interface PreparedKeySearch extends Finding, ListedFinding {
  createBelief: ListedFinding['createBelief']
}

/** Makes it ready. @throws InvalidOptionError when the model cannot read what the keys read */
export const prepareKeySearch = (
  model: LanguageModel,
  family: KeyFamily,
  options: LiveOptions,
): PreparedKeySearch => {
  const { rule, watch, gap, ...search } = resolved(options)
  const readings = createReadings(family, model.tokenizer, model.name)
  const plan = createSearchPlan(model, family, readings, search)
  const traced = { ...plan, traces: true }
  const { tokenizer } = model
  const shareOf = createTokenShares(foldedIds(tokenizer), tokenizer.vocabulary)
  const language = { ...languageOf(plan), shareOf }
  return {
    fingerprint: {
      ...modelInWords(model.name, model),
      keys: familyInWords(family),
      belief: BELIEF,
      ...optionsInWords(options),
    },
    alphabet: family.alphabet,
    symbols: readings,
    rule,
    watch,
    gap,
    language,
    createKeys: (saved) => new GroupedText(plan, saved),
    createBelief: (saved, traces) =>
      new OpenWorld(language, (from) => new GroupedText(traces ? traced : plan, from), saved),
  }
}

/** Tells snapshots of this search from those of earlier ones, which held less. */
const BELIEF = 'open world 8'
