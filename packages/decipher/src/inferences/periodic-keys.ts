import { type ColumnPlan, createColumnPlan } from '../belief/columns/column-plan.ts'
import { sharedCosts } from '../belief/columns/costs.ts'
import { FamilyMixture } from '../belief/columns/family-mixture.ts'
import { PeriodicBelief } from '../belief/columns/periodic-belief.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { SnapshotFormatError } from '../errors.ts'
import { createPeriodicFamily, type PeriodicCipher } from '../keys/periodic-family.ts'
import type { Counts } from '../language/counts/counts.ts'
import type { SectionReader } from '../saving/sections.ts'
import type { Finding, FindingMeans, KeyFinder } from './key-finder.ts'
import { prepareSought, type SoughtKeys } from './prepare-sought.ts'

/** Tells snapshots of this search from those of earlier ones, which held less. */
const BELIEF = 'columns 3'

/**
 * The keys of a cipher that takes them in turn, of any period up to 20, or of bytes up to 40, to be found while the text
 * arrives: the option `cipher` of a decipherer with a `model` of language and the `counts` of it.
 */
export const periodicKeys = (keys: PeriodicCipher, name: string = keys.cipher.name): KeyFinder<Finding> => ({
  name,
  prepare: (means) => preparePeriodic([keys], name, means),
})

/** The keys of several such ciphers of the same letters, which are told apart by what they read. */
export const periodicFamilies = (families: readonly PeriodicCipher[], name: string): KeyFinder<Finding> => ({
  name,
  prepare: (means) => preparePeriodic(families, name, means),
})

const preparePeriodic = (all: readonly PeriodicCipher[], name: string, means: FindingMeans): Finding => {
  const [{ cipher }] = all
  const { alphabet, carries } = cipher
  const keys = `${name} ${all.map((keys) => (keys.cipher.carries ? 'bytes' : keys.values)).join(' ')}`
  return prepareSought({ name, keys, belief: BELIEF, alphabet, carries, create: creator(all, name) }, means)
}

const creator =
  (all: readonly PeriodicCipher[], name: string): SoughtKeys['create'] =>
  (counts, plan) => {
    const columns = columnPlans(all, name, counts)
    const create = (family: string, saved?: SectionReader): PeriodicBelief => {
      const own = columns.get(family)
      if (!own) throw new SnapshotFormatError('family', `none is called ${JSON.stringify(family)}`)
      return new PeriodicBelief(own, plan, saved)
    }
    const names = [...columns.keys()]
    return (saved) => (names.length === 1 ? create(names[0], saved) : new FamilyMixture(names, create, saved))
  }

/** A plan for each family, by its name; one alone is told by the name of all. */
const columnPlans = (
  all: readonly PeriodicCipher[],
  name: string,
  counts: Counts,
): ReadonlyMap<string, ColumnPlan> => {
  const costs = sharedCosts(counts)
  const idOf = foldedIds(counts.tokenizer)
  return new Map(
    all.map((keys) => {
      const own = all.length === 1 ? name : keys.cipher.name
      const family = { ...createPeriodicFamily(keys), name: own }
      const decrypt = keys.cipher.decrypt
      return [own, createColumnPlan({ family, families: all.length, counts, costs, idOf, decrypt })]
    }),
  )
}
