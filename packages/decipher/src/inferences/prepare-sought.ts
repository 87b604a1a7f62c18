import { type Alphabet, InvalidOptionError } from '@runnel/core'
import type { Belief } from '../belief/belief.ts'
import { createSearchPlan, type SearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { languageOf } from '../belief/open-world/language.ts'
import { OpenWorld } from '../belief/open-world/open-world.ts'
import { listedKeys } from '../keys/listed-keys.ts'
import { plainLetters } from '../keys/plain-letters.ts'
import type { Counts } from '../language/counts/counts.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import type { SectionReader } from '../saving/sections.ts'
import { optionsInWords, resolved } from '../settling/live-options.ts'
import type { Finding, FindingMeans } from './key-finder.ts'
import { languageModelOf } from './language-model-of.ts'

/** Keys that counts seek, and a language model reads on with. */
export interface SoughtKeys {
  /** Name of the cipher, or of several. */
  readonly name: string
  /** The keys in a fingerprint, and the search, which tells its snapshots from those of earlier ones. */
  readonly keys: string
  readonly belief: string
  readonly alphabet: Alphabet
  readonly carries?: 'bytes' | undefined
  /** Makes what starts a belief about them, or takes one up. */
  create(counts: Counts, plan: SearchPlan): (saved?: SectionReader) => Belief
}

/** Makes a search for such keys ready. @throws InvalidOptionError when the means do not do */
export const prepareSought = (sought: SoughtKeys, means: FindingMeans): Finding => {
  const { name, alphabet, carries } = sought
  const { counts, options } = means
  if (!counts) throw new InvalidOptionError('counts', undefined, `counts, which find the keys of ${name}`)
  const model = counts.beside(languageModelOf(means.model, name))
  const { rule, watch, gap, ...search } = resolved(options)
  const plainFamily = listedKeys(plainLetters(name, sought))
  const readings = createReadings(plainFamily, model.tokenizer, model.name)
  const plan = createSearchPlan(model, plainFamily, readings, search)
  const language = languageOf(plan)
  const createKeys = sought.create(counts, plan)
  return {
    fingerprint: {
      ...modelInWords(model.name, model),
      keys: sought.keys,
      belief: sought.belief,
      ...optionsInWords(options),
    },
    alphabet,
    carries,
    symbols: readings,
    rule,
    watch,
    gap,
    language,
    createKeys,
    // Bytes are weighed against text that no key explains by their own search.
    createBelief: (saved) => (carries ? createKeys(saved) : new OpenWorld(language, createKeys, saved)),
  }
}
