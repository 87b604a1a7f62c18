import type { InSteps } from '../in-steps.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import { KeySearch } from './beam/key-search.ts'
import { LEAST_SHARE } from './constants.ts'
import {
  EARLY_HOPE,
  GROUP_ODDS,
  LATE_HOPE,
  MOST_PRICE,
  PRICE,
  TELEGRAM,
  WORD_ODDS,
} from './groups/constants.ts'
import { GroupRun } from './groups/group-run.ts'
import { hopeOf, readAnew } from './groups/read-anew.ts'
import { RecentText } from './groups/recent-text.ts'
import type { SearchPlan } from './hypothesis/plan.ts'
import { LedBelief } from './led-belief.ts'
import { Mixture } from './mixture.ts'

const [SPACED, GROUPED] = ['spaced', 'grouped']

/**
 * A search that also reads text in groups, as telegrams have it, whose spaces, hyphens and line ends stand for nothing.
 * Where groups are equally long a second search passes these over, having read the groups anew, and the two are weighed
 * against one another. When a group comes that is longer or shorter, words are searched again. All other text costs some
 * comparisons a symbol.
 */
export class GroupedText extends LedBelief<Mixture<KeySearch> | KeySearch> {
  readonly #plan: SearchPlan
  readonly #mixture: Mixture<KeySearch>
  readonly #run: GroupRun
  /** Text that words alone were searched in. */
  readonly #recent: RecentText
  /** The mixture, or the one search that is left. */
  protected lead: Mixture<KeySearch> | KeySearch
  /** Whether words alone are searched. */
  #isWords = true
  /** Factor by which hope has grown dearer: text that is ever again none in groups pays for the tries. */
  #price = 1
  /** Whether the symbol that is read next has begun to be read. */
  #hasBegun = false

  constructor(plan: SearchPlan, saved?: SectionReader) {
    super()
    this.#plan = plan
    const create = (name: string, from?: SectionReader) =>
      new KeySearch(plan, name === GROUPED ? 'passed over' : 'read', from)
    this.#mixture = saved
      ? Mixture.restore(saved, create)
      : new Mixture([{ name: SPACED, belief: create(SPACED), odds: 1 }])
    const groups = saved?.section('groups')
    this.#run = new GroupRun(plan.family, groups)
    if (groups) this.#price = groups.float64()
    groups?.demand(this.#price >= 1 && this.#price <= MOST_PRICE)
    this.#recent = new RecentText(plan.readings, saved?.section('recent'))
    this.lead = this.#mixture
    this.#decide()
  }

  override begin(symbol: CipherSymbol, share?: number): InSteps<void> | undefined {
    this.#watchGroups(symbol)
    this.#hasBegun = true
    return this.lead.begin(symbol, share)
  }

  override read(symbol: CipherSymbol, share?: number): number {
    if (!this.#hasBegun) this.#watchGroups(symbol)
    this.#hasBegun = false
    const probability = this.lead.read(symbol, share)
    if (this.#isWords) this.#recent.record(symbol, probability, this.#run.from)
    else this.#decide()
    return probability
  }

  #watchGroups(symbol: CipherSymbol): void {
    const event = this.#run.read(symbol)
    if (event === 'broken') this.#expectWords()
    else if (event === 'ended' && this.#isWords) this.#expectGroups()
  }

  /** Starts the search that reads in groups, where enough of them have come. */
  #expectGroups(): void {
    const { size, groups, start, isFirst } = this.#run
    const words = this.lead as KeySearch
    if (size === TELEGRAM && isFirst && groups === 1) {
      this.#add(words.fork('passed over'), 1)
      return
    }
    const from = this.#recent.start
    const isEarly = from === 0
    if (groups < 2 || from > start) return
    const least = (isEarly ? EARLY_HOPE : LATE_HOPE) * this.#price
    if (hopeOf(this.#plan, this.#recent, start) < least) return
    this.#price = Math.min(MOST_PRICE, this.#price * PRICE)
    if (isEarly) {
      const search = new KeySearch(this.#plan)
      this.#add(search, readAnew(this.#plan, search, this.#recent, { from, passing: start }))
    } else if (this.#plan.listed.length > 0) {
      const search = words.beginAt(start)
      this.#add(search, readAnew(this.#plan, search, this.#recent, { from: start, passing: start }))
    }
  }

  #add(belief: KeySearch, likelihood: number): void {
    const odds = likelihood * GROUP_ODDS
    if (odds < LEAST_SHARE) {
      belief.free()
      this.#recent.clear(this.#run.from)
    } else this.#mixture.add({ name: GROUPED, belief, odds })
    this.#decide()
  }

  /** Groups have ended, or there were none: words are searched again, or alone. */
  #expectWords(): void {
    if (this.#isWords) return
    const [spaced, grouped] = [SPACED, GROUPED].map((name) => this.#mixture.find(name))
    if (spaced) this.#mixture.remove(GROUPED)
    else if (grouped) this.#mixture.add({ name: SPACED, belief: grouped.fork('read'), odds: WORD_ODDS })
    this.#decide()
  }

  #decide(): void {
    this.lead = this.#mixture.only ?? this.#mixture
    this.#isWords = this.#mixture.find(GROUPED) === undefined
  }

  /** Text that groups may be read anew in is still to be known by its rows. */
  override forget(position: number): void {
    super.forget(Math.min(position, this.#recent.start))
  }

  override save(sections: SectionWriter): void {
    this.#mixture.save(sections)
    const groups = sections.section('groups')
    this.#run.save(groups)
    groups.float64(this.#price)
    this.#recent.save(sections.section('recent'))
  }
}
