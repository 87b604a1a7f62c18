import type { CipherSymbol } from '../../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { LedBelief } from '../led-belief.ts'
import type { ColumnPlan } from './column-plan.ts'
import { Columns } from './columns.ts'
import { REST, WINDOW } from './constants.ts'
import { type FoundKey, LockedKey, readFound, saveFound } from './locked-key.ts'

/**
 * A belief about a key that repeats: its period and its values are sought in columns, and once one key is next to certain,
 * the language model reads all that was read again, and goes on with it.
 */
export class PeriodicBelief extends LedBelief<Columns | LockedKey> {
  readonly #plan: ColumnPlan
  readonly #search: SearchPlan
  #found: FoundKey | undefined
  protected lead: Columns | LockedKey
  /** Where text begins that is not settled. */
  #settled = 0
  /** Symbols for which no key is sought, and how many there are of them the next time. */
  #rest = 0
  #nextRest: number = REST.first

  constructor(plan: ColumnPlan, search: SearchPlan, saved?: SectionReader) {
    super()
    this.#plan = plan
    this.#search = search
    const reader = saved?.section('periodic')
    if (saved && reader) {
      this.#settled = reader.float64()
      this.#rest = reader.int32()
      this.#nextRest = reader.int32()
      const isSound = this.#rest >= 0 && this.#nextRest >= REST.first
      reader.demand(isSound && Math.max(this.#rest, this.#nextRest) <= REST.most)
      if (reader.uint16() === 1) this.#found = readFound(saved, plan.alphabet.family)
    }
    this.lead = this.#found ? new LockedKey(plan, search, this.#found, saved) : new Columns(plan, saved)
  }

  override read(symbol: CipherSymbol, _share?: number, ahead = 0): number {
    if (this.#rest > 0) {
      this.#rest--
      return symbol.index === -1 ? 1 : this.#plan.chance
    }
    const { lead } = this
    if (lead instanceof Columns && lead.text.length === WINDOW) this.lead = new Columns(this.#plan)
    return this.#readByLead(symbol, this.lead, ahead)
  }

  #readByLead(symbol: CipherSymbol, lead: Columns | LockedKey, ahead: number): number {
    if (lead instanceof LockedKey) return lead.read(symbol)
    const likely = lead.read(symbol, 1, ahead)
    const { found } = lead
    if (found) this.lead = this.#lock(lead, { key: found.key, over: found.lane.over })
    else if (lead.text.length === WINDOW) {
      this.#rest = this.#nextRest
      this.#nextRest = Math.min(REST.most, 2 * this.#nextRest)
    }
    return likely
  }

  #lock({ text }: Columns, found: FoundKey): LockedKey {
    const locked = new LockedKey(this.#plan, this.#search, found)
    for (let i = 0; i < text.length; i++) {
      locked.read({ unit: text.units[i], index: -1, position: text.start + i })
    }
    locked.forget(this.#settled)
    this.#found = found
    return locked
  }

  override forget(position: number): void {
    this.#settled = position
    super.forget(position)
  }

  override save(sections: SectionWriter): void {
    const writer = sections.section('periodic')
    writer.float64(this.#settled)
    writer.int32(this.#rest)
    writer.int32(this.#nextRest)
    writer.uint16(this.#found ? 1 : 0)
    if (this.#found) saveFound(this.#found, sections)
    super.save(sections)
  }
}
