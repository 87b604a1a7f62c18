import { isSpace } from '@runnel/core'
import type { NamedKey } from '../keys/key-family.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { ByteReader } from '../saving/bytes.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import { KeySearch } from './beam/key-search.ts'
import type { Belief, Probe } from './belief.ts'
import { GROUP, GROUP_ODDS } from './constants.ts'
import type { SearchPlan } from './hypothesis/plan.ts'
import { Mixture } from './mixture.ts'
import { SpacedSearch } from './spaced-search.ts'

const [SPACED, GROUPED] = ['spaced', 'grouped']

/** No group is to be expected any more. */
const NO_GROUP = -1

/**
 * A search that also reads text in groups of five, whose spaces stand for nothing. When the first space comes after just
 * five letters, a second search goes on that passes spaces over, and the two are weighed against one another. All
 * other text costs one comparison a symbol.
 */
export class GroupedText implements Belief {
  readonly #mixture: Mixture<SpacedSearch>
  /** Letters of the group so far, or NO_GROUP. */
  #letters = 0
  readonly createProbe: ((symbol: CipherSymbol) => Probe) | undefined

  constructor(plan: SearchPlan, saved?: SectionReader) {
    const create = (name: string, from?: SectionReader) =>
      new SpacedSearch(new KeySearch(plan, from), name === GROUPED)
    this.#mixture = saved
      ? Mixture.restore(saved, create)
      : new Mixture([{ name: SPACED, belief: create(SPACED), odds: 1 }])
    if (saved) this.#letters = saved.section('group').int32()
    // Letters that go unread would leave gaps in a phase, and slots empty.
    if (plan.listed.length > 0) this.createProbe = (symbol) => this.#mixture.createProbe(symbol)
  }

  get key(): NamedKey {
    return this.#mixture.key
  }

  get probability(): number {
    return this.#mixture.probability
  }

  get doubt(): number {
    return this.#mixture.doubt
  }

  get isOpening(): boolean {
    return this.#mixture.isOpening
  }

  get isCertain(): boolean {
    return this.#mixture.isCertain
  }

  read(symbol: CipherSymbol): number {
    if (this.#letters === NO_GROUP) return this.#mixture.read(symbol)
    this.#follow(symbol)
    const wasGrouped = this.#mixture.find(GROUPED) !== undefined
    const probability = this.#mixture.read(symbol)
    if (wasGrouped && !this.#mixture.find(GROUPED)) this.#letters = NO_GROUP
    return probability
  }

  /** Counts letters, and starts or ends the reading in groups. */
  #follow({ unit, index }: CipherSymbol): void {
    const [spaced, grouped] = [SPACED, GROUPED].map((name) => this.#mixture.find(name))
    const endsGroup = index === -1 && isSpace(unit) && this.#letters === GROUP
    const repeatsSpace = index === -1 && isSpace(unit) && this.#letters === 0 && grouped
    if (!spaced) this.#letters = NO_GROUP
    else if (index !== -1) {
      if (++this.#letters > GROUP) this.#giveUp()
    } else if (endsGroup) {
      const belief = grouped ? undefined : spaced.forkPassingSpaces()
      if (belief) this.#mixture.add({ name: GROUPED, belief, odds: GROUP_ODDS })
      this.#letters = 0
    } else if (!repeatsSpace) this.#giveUp()
  }

  /** No groups after all. */
  #giveUp(): void {
    this.#mixture.remove(GROUPED)
    this.#letters = NO_GROUP
  }

  reading(symbol: CipherSymbol): number {
    return this.#mixture.reading(symbol)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    return this.#mixture.probabilityOf(unit, symbol)
  }

  readOn(text: string): string {
    return this.#mixture.readOn(text)
  }

  forget(position: number): void {
    this.#mixture.forget(position)
  }

  restoreProbe(saved: ByteReader): Probe {
    return this.#mixture.restoreProbe(saved)
  }

  adopt(probe: Probe): void {
    this.#mixture.adopt(probe)
  }

  save(sections: SectionWriter): void {
    this.#mixture.save(sections)
    sections.section('group').int32(this.#letters)
  }

  free(): void {
    this.#mixture.free()
  }
}
