import { isSpace } from '@runnel/core'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import { KeySearch } from './beam/key-search.ts'
import { GROUP, GROUP_ODDS } from './constants.ts'
import type { SearchPlan } from './hypothesis/plan.ts'
import { LedBelief } from './led-belief.ts'
import { Mixture } from './mixture.ts'

const [SPACED, GROUPED] = ['spaced', 'grouped']

/** No group is to be expected any more. */
const NO_GROUP = -1

/**
 * A search that also reads text in groups of five, whose spaces stand for nothing. When the first space comes after just
 * five letters, a second search goes on that passes spaces over, and the two are weighed against one another. All
 * other text costs one comparison a symbol.
 */
export class GroupedText extends LedBelief<Mixture<KeySearch> | KeySearch> {
  readonly #mixture: Mixture<KeySearch>
  /** The mixture, and from when it is decided on the one search that is left. */
  protected lead: Mixture<KeySearch> | KeySearch
  /** Letters of the group so far, or NO_GROUP. */
  #letters = 0

  constructor(plan: SearchPlan, saved?: SectionReader) {
    super()
    const create = (name: string, from?: SectionReader) =>
      new KeySearch(plan, name === GROUPED ? 'passed over' : 'read', from)
    this.#mixture = saved
      ? Mixture.restore(saved, create)
      : new Mixture([{ name: SPACED, belief: create(SPACED), odds: 1 }])
    if (saved) this.#letters = saved.section('group').int32()
    this.lead = this.#mixture
    this.#decide()
  }

  override read(symbol: CipherSymbol): number {
    if (this.#letters === NO_GROUP) return this.lead.read(symbol)
    this.#follow(symbol)
    const wasGrouped = this.#mixture.find(GROUPED) !== undefined
    const probability = this.lead.read(symbol)
    if (wasGrouped && !this.#mixture.find(GROUPED)) this.#letters = NO_GROUP
    this.#decide()
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
      const belief = grouped ? undefined : spaced.fork('passed over')
      if (belief) this.#mixture.add({ name: GROUPED, belief, odds: GROUP_ODDS })
      this.#letters = 0
    } else if (!repeatsSpace) this.#giveUp()
  }

  /** No groups after all. */
  #giveUp(): void {
    this.#mixture.remove(GROUPED)
    this.#letters = NO_GROUP
  }

  #decide(): void {
    if (this.#letters === NO_GROUP) this.lead = this.#mixture.only ?? this.#mixture
  }

  override save(sections: SectionWriter): void {
    this.#mixture.save(sections)
    sections.section('group').int32(this.#letters)
  }
}
