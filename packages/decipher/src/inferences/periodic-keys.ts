import { InvalidOptionError } from '@runnel/core'
import type { Belief } from '../belief/belief.ts'
import { type ColumnPlan, createColumnPlan } from '../belief/columns/column-plan.ts'
import { sharedCosts } from '../belief/columns/costs.ts'
import { FamilyMixture } from '../belief/columns/family-mixture.ts'
import { PeriodicBelief } from '../belief/columns/periodic-belief.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { createSearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { languageOf } from '../belief/open-world/language.ts'
import { OpenWorld } from '../belief/open-world/open-world.ts'
import { SnapshotFormatError } from '../errors.ts'
import { listedKeys } from '../keys/listed-keys.ts'
import { createPeriodicFamily, type PeriodicCipher } from '../keys/periodic-family.ts'
import type { Counts } from '../language/counts/counts.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import type { SectionReader } from '../saving/sections.ts'
import { optionsInWords, resolved } from '../settling/live-options.ts'
import type { Finding, FindingMeans, KeyFinder } from './key-finder.ts'
import { languageModelOf } from './language-model-of.ts'

/** Tells snapshots of this search from those of earlier ones, which held less. */
const BELIEF = 'columns 2'

/**
 * The keys of a cipher that takes them in turn, of any period up to 20, or of bytes up to 40, to be found while the text
 * arrives: the option `cipher` of a decipherer with a `model` of language and the `counts` of it.
 */
export const periodicKeys = (keys: PeriodicCipher, name: string = keys.cipher.name): KeyFinder<Finding> =>
  periodicFamilies([keys], name)

/** The keys of several such ciphers of the same letters, which are told apart by what they read. */
export const periodicFamilies = (families: readonly PeriodicCipher[], name: string): KeyFinder<Finding> => {
  const work = { steps: 0 }
  return {
    name,
    steps: () => work.steps,
    prepare: (means) => preparePeriodic(families, name, { ...means, work }),
  }
}

/** Means, and where the steps of the search are counted. */
interface CountedMeans extends FindingMeans {
  readonly work: { steps: number }
}

const preparePeriodic = (all: readonly PeriodicCipher[], name: string, means: CountedMeans): Finding => {
  const { counts, options, work } = means
  if (!counts) throw new InvalidOptionError('counts', undefined, `counts, which find the keys of ${name}`)
  const model = counts.beside(languageModelOf(means.model, name))
  const [{ cipher }] = all
  const { rule, watch, gap, ...search } = resolved(options)
  const plainFamily = listedKeys(plainLetters(name, cipher))
  const readings = createReadings(plainFamily, model.tokenizer, model.name)
  const plan = createSearchPlan(model, plainFamily, readings, search)
  const language = languageOf(plan)
  const columns = columnPlans(all, name, { counts, work })
  const create = (family: string, saved?: SectionReader): PeriodicBelief => {
    const own = columns.get(family)
    if (!own) throw new SnapshotFormatError('family', `none is called ${JSON.stringify(family)}`)
    return new PeriodicBelief(own, plan, saved)
  }
  const names = [...columns.keys()]
  const createKeys = (saved?: SectionReader): Belief =>
    names.length === 1 ? create(names[0], saved) : new FamilyMixture(names, create, saved)
  return {
    fingerprint: {
      ...modelInWords(model.name, model),
      keys: `${name} ${all.map((keys) => (keys.cipher.carries ? 'bytes' : keys.values)).join(' ')}`,
      belief: BELIEF,
      ...optionsInWords(options),
    },
    alphabet: cipher.alphabet,
    carries: cipher.carries,
    symbols: readings,
    rule,
    watch,
    gap,
    language,
    createKeys,
    // Bytes are weighed against text that no key explains by the columns themselves.
    createBelief: (saved) =>
      cipher.carries ? createKeys(saved) : new OpenWorld(language, createKeys, saved),
  }
}

/** A plan for each family, by its name; one alone is told by the name of all. */
const columnPlans = (
  all: readonly PeriodicCipher[],
  name: string,
  { counts, work }: { counts: Counts; work: { steps: number } },
): ReadonlyMap<string, ColumnPlan> => {
  const costs = sharedCosts(counts)
  const idOf = foldedIds(counts.tokenizer)
  return new Map(
    all.map((keys) => {
      const own = all.length === 1 ? name : keys.cipher.name
      const family = { ...createPeriodicFamily(keys), name: own }
      const decrypt = keys.cipher.decrypt
      return [own, createColumnPlan({ family, families: all.length, counts, costs, work, idOf, decrypt })]
    }),
  )
}

/** One key that reads every letter as itself: letters in both cases are what is deciphered, or bytes. */
const plainLetters = (name: string, cipher: PeriodicCipher['cipher']) => {
  const { letters } = cipher.alphabet
  const symbols = cipher.carries === 'bytes' ? letters : letters + letters.toUpperCase()
  return {
    name,
    alphabet: cipher.alphabet,
    symbols,
    keys: [{ cipher: name, key: Object.freeze({}), prior: 1, plaintext: symbols }],
  }
}
