import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import { KeySearch } from './beam/key-search.ts'
import type { KeyFilter } from './belief.ts'
import type { KeyProbe } from './change/probe.ts'
import type { SearchPlan } from './hypothesis/plan.ts'

/** Letters of a group, as telegrams have them. */
const GROUP = 5

/** Odds that spaces mean nothing, once the first one has come after just five letters. */
const PRIOR = 0.05

/** Odds from which one way of reading is given up. */
const DECIDED = 1e4

/**
 * A search that also reads text in groups of five, whose spaces stand for nothing. When the first space comes after
 * five letters, a second search goes on that passes spaces over; the odds between the two decide. All other text
 * costs one comparison a symbol.
 */
export class LayoutSearch implements KeyFilter {
  readonly #plan: SearchPlan
  #spaced: KeySearch | undefined
  #grouped: KeySearch | undefined
  /** That spaces mean nothing. */
  #odds = 0
  /** Letters of the group so far, or -1 when no group is to be expected any more. */
  #letters = 0

  constructor(plan: SearchPlan, saved?: ByteReader) {
    this.#plan = plan
    const which = saved?.uint16() ?? 1
    if (saved) {
      this.#odds = saved.float64()
      this.#letters = saved.uint16() - 1
    }
    if (which !== 2) this.#spaced = new KeySearch(plan, saved)
    if (which !== 1) this.#grouped = new KeySearch(plan, saved)
  }

  get #lead(): KeySearch {
    return (this.#odds > 1 ? this.#grouped : this.#spaced) as KeySearch
  }

  get key(): number {
    return this.#lead.key
  }

  get probability(): number {
    return this.#lead.probability
  }

  get doubt(): number {
    return this.#lead.doubt
  }

  get isOpening(): boolean {
    return this.#lead.isOpening
  }

  get isCertain(): boolean {
    return !(this.#spaced && this.#grouped) && this.#lead.isCertain
  }

  read(unit: number, index: number, position: number): void {
    if (this.#letters >= 0) this.#follow(unit, index)
    const passesOver = index === -1 && isSpace(unit)
    this.#spaced?.read(unit, index, position)
    if (!passesOver) this.#grouped?.read(unit, index, position)
    if (this.#spaced && this.#grouped) {
      this.#odds *= (passesOver ? 1 : this.#grouped.likelihood) / this.#spaced.likelihood
      if (this.#odds > DECIDED) this.#spaced = release(this.#spaced)
      else if (this.#odds < 1 / DECIDED) this.#giveUp()
    }
  }

  /** Counts letters, and starts or ends the reading in groups. */
  #follow(unit: number, index: number): void {
    if (index !== -1) {
      if (++this.#letters > GROUP && this.#spaced) this.#giveUp()
    } else if (isSpace(unit) && this.#letters === GROUP) {
      if (!this.#grouped && this.#spaced) {
        this.#grouped = this.#spaced.fork()
        this.#odds = PRIOR
      }
      this.#letters = 0
    } else if (!(isSpace(unit) && this.#letters === 0 && this.#grouped) && this.#spaced) this.#giveUp()
    if (!this.#spaced) this.#letters = -1
  }

  /** No groups after all. */
  #giveUp(): void {
    this.#grouped = release(this.#grouped)
    this.#odds = 0
    this.#letters = -1
  }

  keyAt(position: number): number {
    return this.#lead.keyAt(position)
  }

  agreement(position: number, index: number, unit: number): number {
    const lead = this.#lead
    if (!this.#spaced || !this.#grouped) return lead.agreement(position, index, unit)
    const reading = this.#plan.readings.unitOf(lead.keyAt(position), index, unit)
    const spaced = this.#spaced.probabilityOf(reading, position, index, unit)
    const grouped = this.#grouped.probabilityOf(reading, position, index, unit)
    return (spaced + this.#odds * grouped) / (1 + this.#odds)
  }

  forget(position: number): void {
    this.#spaced?.forget(position)
    this.#grouped?.forget(position)
  }

  createProbe(unit: number, index: number): KeyProbe {
    const isStart = index === -1 && isSpace(unit) && this.#lead === this.#spaced
    const probe = this.#passing(this.#lead.createProbe(isStart))
    if (!isStart) probe.read(unit, index)
    return probe
  }

  restoreProbe(saved: ByteReader): KeyProbe {
    return this.#passing(this.#lead.restoreProbe(saved))
  }

  #passing(probe: KeyProbe): KeyProbe {
    if (this.#lead === this.#grouped) probe.passesOver = isSpace
    return probe
  }

  adopt(probe: KeyProbe): void {
    this.#lead.adopt(probe)
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#spaced && this.#grouped ? 3 : this.#spaced ? 1 : 2)
    writer.float64(this.#odds)
    writer.uint16(this.#letters + 1)
    this.#spaced?.save(writer)
    this.#grouped?.save(writer)
  }

  free(): void {
    this.#spaced?.free()
    this.#grouped?.free()
  }
}

const release = (search: KeySearch | undefined): undefined => {
  search?.free()
}

/** Space, tab, line feed, carriage return. */
export const isSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d
