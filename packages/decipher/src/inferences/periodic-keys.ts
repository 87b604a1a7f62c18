import { InvalidOptionError } from '@runnel/core'
import { type ColumnPlan, createColumnPlan } from '../belief/columns/column-plan.ts'
import { sharedCosts } from '../belief/columns/costs.ts'
import { FamilyMixture } from '../belief/columns/family-mixture.ts'
import { PeriodicBelief } from '../belief/columns/periodic-belief.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { SnapshotFormatError } from '../errors.ts'
import { createPeriodicFamily, type PeriodicCipher } from '../keys/periodic-family.ts'
import type { Counts } from '../language/counts/counts.ts'
import type { WordList } from '../language/words/word-list.ts'
import type { SectionReader } from '../saving/sections.ts'
import type { Finding, FindingMeans, KeyFinder } from './key-finder.ts'
import { prepareSought, type SoughtKeys } from './prepare-sought.ts'
import { readPositions } from './read-positions.ts'

/** Tells snapshots of this search from those of earlier ones, which held less. */
const BELIEF = 'columns 7'

/** Choices of seeking keys that repeat. */
export interface PeriodicOptions {
  /** Words that the key may be, each of them likelier than other keys: from `loadWords`. */
  readonly words?: WordList | undefined
  /**
   * Counts of words beside those of the decipherer, by which text without spaces is weighed, and by both text that has them:
   * from `loadCounts`, such as those that a substitution is searched with.
   */
  readonly spaceless?: Counts | undefined
  /**
   * Plaintext letters that are known, by where they stand, in UTF-16 units from the start of the stream: `{ 0: 'd', 7: 'e' }`,
   * or `0=d,7=e`. Keys that read others there are left out, until a key is certain.
   */
  readonly known?: Readonly<Record<string, string>> | string | undefined
}

/**
 * The keys of a cipher that takes them in turn, of any period up to 20, or of bytes up to 40, to be found while the text
 * arrives: the option `cipher` of a decipherer with a `model` of language and the `counts` of it.
 */
export const periodicKeys = (
  keys: PeriodicCipher,
  name: string = keys.cipher.name,
  options?: PeriodicOptions,
): KeyFinder<Finding> => periodicFamilies([keys], name, options)

/** The keys of several such ciphers of the same letters, which are told apart by what they read. */
export const periodicFamilies = (
  families: readonly PeriodicCipher[],
  name: string,
  options?: PeriodicOptions,
): KeyFinder<Finding> => {
  const work = { steps: 0 }
  return {
    name,
    steps: () => work.steps,
    prepare: (means) => preparePeriodic({ all: families, name, work, ...options }, means),
  }
}

/** Ciphers, the name of all of them, where the steps of the search are counted, and choices. */
interface Periodic extends PeriodicOptions {
  readonly all: readonly PeriodicCipher[]
  readonly name: string
  readonly work: { steps: number }
}

const preparePeriodic = (periodic: Periodic, means: FindingMeans): Finding => {
  const { all, name, words, spaceless, known } = periodic
  const { alphabet, carries } = all[0].cipher
  const values = all.map(({ cipher, values }) => (cipher.carries ? 'bytes' : values)).join(' ')
  const assets = [words, spaceless].flatMap((asset) => (asset ? [` ${asset.id}`] : []))
  const told = known === undefined ? '' : ` ${[...readPositions(known, alphabet)].join(' ')}`
  const keys = `${name} ${values}${assets.join('')}${told}`
  const create = creator(periodic, means.isSparing)
  return prepareSought({ name, keys, belief: BELIEF, alphabet, carries, create }, means)
}

const creator =
  (periodic: Periodic, isSparing: boolean | undefined): SoughtKeys['create'] =>
  (counts, plan) => {
    const columns = columnPlans(periodic, counts, isSparing)
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
  { all, name, words, spaceless, known, work }: Periodic,
  counts: Counts,
  isSparing: boolean | undefined,
): ReadonlyMap<string, ColumnPlan> => {
  const costs = sharedCosts(counts, spaceless)
  const idOf = foldedIds(counts.tokenizer)
  return new Map(
    all.map((keys) => {
      const { alphabet, decrypt, carries } = keys.cipher
      const { letters } = alphabet
      const ids = new Set(Array.from(letters, (letter) => idOf(letter.charCodeAt(0))))
      if (!carries && ids.size < letters.length) {
        throw new InvalidOptionError('alphabet', letters, `letters that ${counts.name} tells apart`)
      }
      const own = all.length === 1 ? name : keys.cipher.name
      const family = { ...createPeriodicFamily(keys), name: own }
      const told = { words, known: known === undefined ? undefined : readPositions(known, alphabet) }
      const means = { ...told, family, families: all.length, counts, costs, work, isSparing, idOf, decrypt }
      return [own, createColumnPlan(means)]
    }),
  )
}
