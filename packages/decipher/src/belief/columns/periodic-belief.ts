import type { ByteReader } from '../../saving/bytes.ts'
import type { SectionReader } from '../../saving/sections.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { SoughtKey } from '../locked/sought-key.ts'
import type { ColumnPlan } from './column-plan.ts'
import { Columns } from './columns.ts'
import { SUCCEEDING } from './constants.ts'
import { type FoundKey, PeriodicKeyInUse, readFound, saveFound } from './found-key.ts'

/** A belief about a key that repeats: its period and its values are sought in columns. */
export class PeriodicBelief extends SoughtKey<FoundKey> {
  constructor(plan: ColumnPlan, search: SearchPlan, saved?: SectionReader) {
    const { alphabet, chance } = plan
    const beside = { ...plan, sparing: plan.sparing ?? SUCCEEDING }
    const means = {
      search,
      chance,
      idOf: alphabet.idOf,
      costs: plan.costs,
      seek: (from?: SectionReader, isBeside = false) => new Columns(isBeside ? beside : plan, from),
      use: (found: FoundKey, from?: ByteReader) => new PeriodicKeyInUse(plan, found, from),
      readFound: (from: ByteReader) => readFound(from, alphabet.family),
      saveFound,
    }
    super(means, saved)
  }
}
