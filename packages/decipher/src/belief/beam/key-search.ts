import type { InSteps } from '../../in-steps.ts'
import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader } from '../../saving/bytes.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import type { KeyTrace } from '../../session/symbol-trace.ts'
import { ReadInSteps } from '../begun.ts'
import type { Belief, Probes } from '../belief.ts'
import { branchOff } from '../change/branch.ts'
import { BRANCH, CREDIBLE } from '../change/constants.ts'
import { doubtAfter } from '../change/doubt.ts'
import { KeyProbe } from '../change/key-probe.ts'
import { LookBack } from '../change/look-back.ts'
import { Opening } from '../change/opening.ts'
import { beginAnew } from '../groups/begin-anew.ts'
import { isSeparator } from '../groups/is-separator.ts'
import { expectEach } from '../hypothesis/expect-next.ts'
import { copied, type Hypothesis, heaviest, isComplete } from '../hypothesis/hypothesis.ts'
import { firstHypotheses, type SearchPlan } from '../hypothesis/plan.ts'
import { readHypotheses, saveHypotheses } from '../hypothesis/save.ts'
import { forget, rowAt } from '../hypothesis/trail.ts'
import { KeyTracer } from '../trace/key-tracer.ts'
import { agreement } from './agreement.ts'
import { beginProbe } from './begin-probe.ts'
import { fillSlots } from './fill-slots.ts'
import { Latest } from './latest.ts'
import { possibleKeys } from './possible-keys.ts'
import { readOn } from './read-on.ts'
import { saysNothing } from './says-nothing.ts'
import type { Spaces } from './spaces.ts'
import { drop, weigh } from './weigh.ts'
import { weighEnd } from './weigh-end.ts'

/**
 * The Bayesian filter over keys: each key is a hypothesis with a state of the language model of its own. Reading a symbol multiplies
 * the weight of each by the probability that the model gave to the symbol as this key reads it. Weights are products and quotients
 * of float64 alone: the same bits in every runtime. Of each key there is one hypothesis at most; what a symbol kills takes no step for it.
 */
export class KeySearch extends ReadInSteps implements Belief, Probes<KeyProbe> {
  readonly #plan: SearchPlan
  spaces: Spaces
  #hypotheses: Hypothesis[]
  #best: Hypothesis
  #named: { values: Uint16Array; key: NamedKey } | undefined
  doubt = 0
  readonly #lookBack: LookBack
  #opening: Opening
  #latest: Latest
  readonly #tracer: KeyTracer | undefined
  /** Whether trails may have runs to forget: not where nothing was read since there were none. */
  #hasRuns = true

  constructor(plan: SearchPlan, spaces: Spaces = 'read', saved?: SectionReader) {
    super()
    this.#plan = plan
    this.spaces = spaces
    const reader = saved?.section('search')
    this.#hypotheses = reader ? readHypotheses(reader, plan) : firstHypotheses(plan)
    this.doubt = reader?.float64() ?? 0
    this.#latest = Latest.of(plan.family.alphabet, reader)
    this.#lookBack = new LookBack(plan, saved?.section('look-back'))
    this.#opening = new Opening(plan, saved?.section('opening'))
    this.#best = heaviest(this.#hypotheses)
    this.#tracer = plan.traces ? new KeyTracer(plan) : undefined
  }

  get key(): NamedKey {
    const { values } = this.#best
    if (this.#named?.values !== values) this.#named = { values, key: this.#plan.family.keyOf(values) }
    return this.#named.key
  }

  get probability(): number {
    return this.#best.weight
  }

  get isOpening(): boolean {
    return this.#opening.isOpen
  }

  get isCertain(): boolean {
    return this.#hypotheses.length === 1 && isComplete(this.#best)
  }

  protected override *readInSteps(symbol: CipherSymbol, share: number): InSteps<number> {
    const { family, readings, changeRate, listed } = this.#plan
    const isLetter = symbol.index !== -1
    if (this.#passes(symbol) || readings.idOf(0, symbol) === 0) return 1
    if (listed.length > 0 && saysNothing(this.#plan, this.#hypotheses, this.#latest, symbol)) return 1
    this.#hasRuns = true
    const followsChanges = changeRate > 0 && listed.length > 0
    const table = expectEach(this.#plan, this.#hypotheses, share)
    if (followsChanges) this.#lookBack.record(symbol, this.#best, table)
    const before = this.#hypotheses
    if (isLetter && family.slots > 1) this.#hypotheses = fillSlots(this.#plan, before, symbol)
    this.#tracer?.before(symbol, this.#hypotheses, this.#best, table)
    const place = this.#latest.placeOf(symbol.unit)
    const foretold = weigh(this.#plan, this.#hypotheses, symbol, { table, ...place })
    this.#tracer?.after(this.#hypotheses)
    if (followsChanges) this.#lookBack.observe(foretold)
    this.#opening.record(symbol, foretold.likely)
    let total = place.isRound ? 1 : foretold.likely
    if (isLetter && changeRate > 0 && !place.isRound) {
      this.doubt = doubtAfter(this.#plan, this.doubt, foretold, this.#lookBack.place)
      if (share >= CREDIBLE && this.#lookBack.isSurprised(BRANCH)) {
        const remembered = { lookBack: this.#lookBack, opening: this.#opening }
        total = yield* branchOff(this.#plan, remembered, this.#hypotheses, this.#best, total)
      }
    }
    drop(this.#plan, this.#hypotheses, { total, share }, this.#hypotheses === before ? undefined : before)
    this.#best = heaviest(this.#hypotheses)
    return total
  }

  reading(symbol: CipherSymbol): number {
    return this.#plan.readings.unitOf(rowAt(this.#best.trail, symbol.position), symbol)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    if (this.#hypotheses.length === 1) return this.reading(symbol) === unit ? 1 : 0
    return agreement(this.#plan, this.#hypotheses, unit, symbol)
  }

  readOn(text: string): string {
    return readOn(this.#plan, this.#best, text)
  }

  possibleKeys(): PossibleKey[] {
    return possibleKeys(this.#plan, this.#hypotheses)
  }

  trace(symbol: CipherSymbol): KeyTrace | undefined {
    return this.#tracer?.of(symbol, this.#hypotheses, this.#best)
  }

  conclude(isEnd: boolean): number {
    if (isEnd) this.#best = weighEnd(this.#plan, this.#hypotheses, this.#opening.units)
    return 1
  }

  /** Another search that stands where this one does, or whose hypotheses are given. */
  fork(spaces: Spaces, given?: Hypothesis[]): KeySearch {
    const fork = new KeySearch(this.#plan, spaces)
    fork.#hypotheses = given ?? this.#hypotheses.map((hypothesis) => copied(this.#plan.copy, hypothesis))
    fork.#best = heaviest(fork.#hypotheses)
    fork.doubt = this.doubt
    fork.#opening = this.#opening.fork()
    fork.#latest = this.#latest.fork()
    return fork
  }

  /** Another search that passes spaces over and begins at a position: the best key goes on from there, or any other one begins. */
  beginAt(position: number): KeySearch {
    return this.fork('passed over', beginAnew(this.#plan, this.#best.trail, position))
  }

  forget(position: number): void {
    if (this.#hasRuns) this.#hasRuns = forget([...this.#hypotheses, ...this.#lookBack.steps], position)
  }

  /** Letters that go unread would leave gaps in a phase, and slots empty. */
  get probes(): Probes<KeyProbe> | undefined {
    return this.#plan.listed.length > 0 ? this : undefined
  }

  create(symbol: CipherSymbol): KeyProbe {
    return beginProbe(this.#plan, this.#best, symbol, { spaces: this.spaces, passesOver: this.#passes })
  }

  restore(saved: ByteReader): KeyProbe {
    const probe = KeyProbe.restore(this.#plan, this.#best.trail.row, saved)
    return Object.assign(probe, { passesOver: this.#passes })
  }

  adopt(probe: KeyProbe): void {
    this.#best.state?.free()
    this.#best.state = probe.state
    this.#best.id = probe.id
    this.#lookBack.clear()
  }

  save(sections: SectionWriter): void {
    const writer = sections.section('search')
    saveHypotheses(this.#hypotheses, writer, this.#plan)
    writer.float64(this.doubt)
    this.#latest.save(writer)
    this.#lookBack.save(sections.section('look-back'))
    this.#opening.save(sections.section('opening'))
  }

  free(): void {
    for (const { state } of this.#hypotheses) state?.free()
    this.#lookBack.free()
  }

  /** Whether a symbol is a space that means nothing. */
  readonly #passes = (symbol: CipherSymbol): boolean =>
    this.spaces === 'passed over' && isSeparator(this.#plan.family, symbol)
}
