import type { InSteps } from '../../in-steps.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { Fit } from '../../session/events.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { Begun, readInSteps } from '../begun.ts'
import type { Probes } from '../belief.ts'
import { LedBelief } from '../led-belief.ts'
import { NEGLIGIBLE } from '../open-world/constants.ts'
import type { OpenWorld } from '../open-world/open-world.ts'
import type { BeyondPlan } from './beyond-plan.ts'
import { ADVANTAGE, HELD, LET_GO } from './constants.ts'
import { DearKeys, restoreDear } from './dear-keys.ts'
import { ListedWatch } from './listed-watch.ts'
import { isNamed, likeliest, scaled, shareOf } from './weigh-dear.ts'

/**
 * Listed keys, and dear ones that sleep as long as these explain the text. Where they fail it the dear keys wake, read it
 * from its beginning, and all are weighed by the odds of each against text that no key explains: the key of the
 * likeliest is told. What falls too far behind is let go, and after a trial that shows nothing the dear keys rest.
 */
export class BeyondListed extends LedBelief<OpenWorld | DearKeys> {
  readonly #plan: BeyondPlan
  /** None once other keys are next to certain. */
  #listed: OpenWorld | undefined
  #dear: DearKeys[] = []
  readonly #watch: ListedWatch
  readonly #begun = new Begun<number>()
  /** Letters read since the dear keys woke. */
  #trial = 0
  /** Whose key is told. */
  #told: DearKeys | undefined
  #settled = 0

  constructor(plan: BeyondPlan, saved?: SectionReader) {
    super()
    this.#plan = plan
    const reader = saved?.section('beyond')
    this.#watch = new ListedWatch(reader)
    if (!saved || !reader) {
      this.#listed = plan.createListed()
      return
    }
    this.#trial = reader.uint16()
    this.#settled = reader.float64()
    reader.demand(Number.isSafeInteger(this.#settled) && this.#settled >= 0 && this.#trial <= plan.trial)
    if (reader.uint16() === 1) this.#listed = plan.createListed(saved.within('listed'))
    const [told, names] = [reader.text(), reader.text()]
    this.#dear = restoreDear(plan.searches, names, saved)
    this.#told = this.#dear.find(({ name }) => name === told)
    reader.demand((this.#told?.name ?? '') === told && (this.#listed ?? this.#told) !== undefined)
  }

  protected override get lead(): OpenWorld | DearKeys {
    return this.#told ?? (this.#listed as OpenWorld)
  }

  override read(symbol: CipherSymbol): number {
    return this.#begun.take(() => this.#read(symbol, false))
  }

  override begin(symbol: CipherSymbol): InSteps<void> {
    return this.#begun.begin(this.#read(symbol, true))
  }

  *#read(symbol: CipherSymbol, stops: boolean): InSteps<number> {
    const letter = this.#plan.alphabet.indexOf(symbol.unit)
    const listed = this.#listed
    const likely = listed ? yield* readInSteps(listed, symbol, { stops }) : 1
    if (letter !== -1 && likely !== 1) this.#watch.strain.read(likely)
    if (this.#dear.length === 0) {
      if (this.#watch.fails(symbol, letter, listed as OpenWorld)) yield* this.#wake(stops)
      return likely
    }
    let dearest = likely
    for (const dear of this.#dear) {
      const probability = yield* readInSteps(dear, symbol, { stops })
      if (dear === this.#told) dearest = probability
    }
    if (letter !== -1) this.#weigh()
    return dearest
  }

  *#wake(stops: boolean): InSteps<void> {
    this.#dear = this.#plan.searches.map((search) => new DearKeys(search))
    for (const dear of this.#dear) {
      yield* this.#watch.beginning.readBy(dear, this.#plan.alphabet, stops)
      dear.forget(this.#settled)
    }
    this.#trial = Math.min(this.#plan.trial - 1, this.#watch.beginning.made.letters)
    this.#watch.beginning.clear()
    this.#weigh()
  }

  /** Says whose key is told, and lets go of what has fallen behind. */
  #weigh(): void {
    const listed = this.#listed
    const odds = listed?.unbounded ?? Number.POSITIVE_INFINITY
    if (listed) this.#told = likeliest(this.#dear, this.#told, ADVANTAGE * odds)
    const { trial } = this.#plan
    this.#trial = Math.min(this.#trial + 1, this.#told ? trial - 1 : trial)
    const isExplained = listed !== undefined && this.#watch.isExplained(listed)
    const lead = this.#told?.unbounded ?? (this.#watch.strain.isFelt ? Number.POSITIVE_INFINITY : odds)
    const most = lead <= NEGLIGIBLE ? LET_GO * lead : Number.POSITIVE_INFINITY
    const isOver = (dear: DearKeys): boolean =>
      dear !== this.#told && (this.#trial >= Math.min(trial, dear.trial) || (!this.#told && isExplained))
    this.#keep((dear) => !dear.isHopeless && dear.unbounded < most && !isOver(dear))
    const isSettled = this.#dear.length === 1 && this.#told !== undefined && this.#told.odds <= NEGLIGIBLE
    if (listed && isSettled && odds >= most) {
      listed.free()
      this.#listed = undefined
      this.#watch.forget()
    }
  }

  #keep(isKept: (dear: DearKeys) => boolean): void {
    for (const dear of this.#dear) if (!isKept(dear)) dear.free()
    this.#dear = this.#dear.filter(isKept)
    if (this.#dear.length > 0) return
    this.#told = undefined
    this.#trial = 0
    this.#watch.rest.begin()
    this.#listed ??= this.#plan.createListed()
  }

  #shareOf(belief: OpenWorld | DearKeys): number {
    return shareOf(belief, this.#listed, this.#dear, this.#told)
  }

  get #isOne(): boolean {
    return this.#dear.length === (this.#listed ? 0 : 1)
  }

  /** Whether what listed keys explain badly has not been tried with dear ones. */
  get #isHeld(): boolean {
    return !this.#told && this.#watch.strain.isFelt && !this.#watch.rest.isUnderWay
  }

  override get probability(): number {
    return this.lead.probability * this.#shareOf(this.lead)
  }

  /** As long as dear keys may yet explain better what the listed ones explain badly, nothing is sure. */
  override get doubt(): number {
    return this.lead.doubt + (this.#isHeld ? HELD : 0)
  }

  override get isCertain(): boolean {
    return this.#isOne && this.lead.isCertain && !this.#isHeld
  }

  override get probes(): Probes | undefined {
    return this.#isOne ? this.lead.probes : undefined
  }

  get fit(): Fit | undefined {
    return this.lead.fit
  }

  override probabilityOf(unit: number, symbol: CipherSymbol): number {
    return this.lead.probabilityOf(unit, symbol) * (this.#isOne ? 1 : this.#shareOf(this.lead))
  }

  override conclude(isEnd: boolean): number {
    for (const dear of this.#dear) if (dear.conclude(isEnd) !== 1) this.#weigh()
    if (!this.#told) this.#listed?.conclude(isEnd)
    return 1
  }

  override possibleKeys(): PossibleKey[] {
    const listed = this.#listed ? scaled(this.#listed.possibleKeys(), this.#shareOf(this.#listed)) : []
    const isShown = this.#isOne ? () => true : isNamed
    const sought = this.#dear.map((dear) => scaled(dear.possibleKeys().filter(isShown), this.#shareOf(dear)))
    return [...listed, ...sought.flat()]
  }

  override forget(position: number): void {
    this.#settled = position
    for (const keys of [this.#listed, ...this.#dear]) keys?.forget(position)
  }

  override save(sections: SectionWriter): void {
    const writer = sections.section('beyond')
    this.#watch.save(writer)
    writer.uint16(this.#trial)
    writer.float64(this.#settled)
    writer.uint16(this.#listed ? 1 : 0)
    writer.text(this.#told?.name ?? '')
    writer.text(this.#dear.map(({ name }) => name).join(' '))
    this.#listed?.save(sections.within('listed'))
    for (const dear of this.#dear) dear.save(sections.within(dear.name))
  }

  override free(): void {
    for (const keys of [this.#listed, ...this.#dear]) keys?.free()
  }
}
