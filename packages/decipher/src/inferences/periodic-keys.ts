import { InvalidOptionError } from '@runnel/core'
import { createColumnPlan } from '../belief/columns/column-plan.ts'
import { PeriodicBelief } from '../belief/columns/periodic-belief.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { createSearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { languageOf } from '../belief/open-world/language.ts'
import { OpenWorld } from '../belief/open-world/open-world.ts'
import { listedKeys } from '../keys/listed-keys.ts'
import { createPeriodicFamily, type PeriodicCipher } from '../keys/periodic-family.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import type { SectionReader } from '../saving/sections.ts'
import { optionsInWords, resolved } from '../settling/live-options.ts'
import type { Finding, FindingMeans, KeyFinder } from './key-finder.ts'
import { languageModelOf } from './language-model-of.ts'

/** Tells snapshots of this search from those of earlier ones, which held less. */
const BELIEF = 'columns 1'

/**
 * The keys of a cipher that takes them in turn, of any period up to 20, to be found while the text arrives: the option
 * `cipher` of a decipherer with a `model` of language and the `counts` of it.
 */
export const periodicKeys = (keys: PeriodicCipher, name: string = keys.cipher.name): KeyFinder<Finding> => ({
  name,
  prepare: (means) => preparePeriodic(keys, name, means),
})

const preparePeriodic = (keys: PeriodicCipher, name: string, means: FindingMeans): Finding => {
  const { counts, options } = means
  if (!counts) throw new InvalidOptionError('counts', undefined, `counts, which find the keys of ${name}`)
  const model = counts.beside(languageModelOf(means.model, name))
  const family = { ...createPeriodicFamily(keys), name }
  const { rule, watch, gap, ...search } = resolved(options)
  const plainFamily = listedKeys(plainLetters(name, family.alphabet.letters, keys))
  const readings = createReadings(plainFamily, model.tokenizer, model.name)
  const plan = createSearchPlan(model, plainFamily, readings, search)
  const language = languageOf(plan)
  const columns = createColumnPlan({
    family,
    counts,
    idOf: foldedIds(counts.tokenizer),
    decrypt: (text, key) => keys.cipher.decrypt(text, key),
  })
  const createKeys = (saved?: SectionReader) => new PeriodicBelief(columns, plan, saved)
  return {
    fingerprint: {
      ...modelInWords(model.name, model),
      keys: `${name} ${family.values}`,
      belief: BELIEF,
      ...optionsInWords(options),
    },
    alphabet: family.alphabet,
    symbols: readings,
    rule,
    watch,
    gap,
    language,
    createKeys,
    createBelief: (saved) => new OpenWorld(language, createKeys, saved),
  }
}

/** One key that reads every letter as itself: letters in both cases are what is deciphered. */
const plainLetters = (name: string, letters: string, { cipher }: PeriodicCipher) => {
  const symbols = letters + letters.toUpperCase()
  return {
    name,
    alphabet: cipher.alphabet,
    symbols,
    keys: [{ cipher: name, key: Object.freeze({}), prior: 1, plaintext: symbols }],
  }
}
