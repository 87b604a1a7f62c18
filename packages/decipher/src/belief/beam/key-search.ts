import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { followFrom } from '../change/follow.ts'
import { LookBack } from '../change/look-back.ts'
import { KeyProbe } from '../change/probe.ts'
import { expectEach } from '../hypothesis/expect-next.ts'
import { forget, type Hypothesis, keyAt } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { readHypotheses, saveHypotheses } from '../hypothesis/save.ts'
import { Opening } from './opening.ts'

/** A change of key that may weigh this much, in proportion to the best hypothesis, becomes one of its own. */
const BRANCH = 3e-2

/** How rare a change of key in the opening is held to be, against later ones: there a rare word explains more. */
const EARLY = 0.02

/**
 * The Bayesian filter: every key is a hypothesis with a state of the net of its own. Reading a symbol multiplies
 * the weight of each by the probability that the net gave to the symbol as this key reads it.
 *
 * Weights are products and quotients of float64 and nothing else, so they are the same bits in every runtime.
 * Of each key there is one hypothesis at most. A net step is only made when its outcome is needed: hypotheses
 * that a symbol kills never read it.
 */
export class KeySearch {
  readonly #plan: SearchPlan
  #hypotheses: Hypothesis[]
  #best: Hypothesis
  #doubt = 0
  /** Probability of the latest symbol, all hypotheses taken together. */
  likelihood = 1
  readonly #lookBack: LookBack
  #opening: Opening

  constructor(plan: SearchPlan, saved?: ByteReader) {
    this.#plan = plan
    const { priors } = plan.readings
    this.#hypotheses = saved
      ? readHypotheses(saved, plan)
      : Array.from(priors, (weight, key) => ({
          key,
          era: { key, since: 0, before: undefined },
          weight,
          state: undefined,
          id: 0,
        }))
    this.#doubt = saved?.float64() ?? 0
    this.#lookBack = new LookBack(plan, saved)
    this.#opening = new Opening(plan, saved)
    this.#best = heaviest(this.#hypotheses)
  }

  get key(): number {
    return this.#best.key
  }

  get probability(): number {
    return this.#best.weight
  }

  get doubt(): number {
    return this.#doubt
  }

  get isOpening(): boolean {
    return this.#opening.isOpen
  }

  get isCertain(): boolean {
    return this.#hypotheses.length === 1
  }

  read(unit: number, index: number, position: number): void {
    const { readings, changeRate, chance, atLeast } = this.#plan
    if (index === -1 && readings.idOf(0, index, unit) === 0) return
    const live = this.#hypotheses
    const best = this.#best
    const { table, stride } = expectEach(this.#plan, live)
    if (changeRate > 0) this.#lookBack.record(unit, index, position, best, table, live.indexOf(best) * stride)
    let total = 0
    for (let i = 0; i < live.length; i++) {
      const hypothesis = live[i]
      hypothesis.id = readings.idOf(hypothesis.key, index, unit)
      hypothesis.weight *= atLeast(
        table[i * stride + hypothesis.id] * readings.shareOf(hypothesis.key, index),
      )
      total += hypothesis.weight
    }
    this.likelihood = total
    if (changeRate > 0) this.#lookBack.observe(total)
    this.#opening.record(unit, total)
    if (index !== -1 && changeRate > 0) {
      this.#doubt = ((this.#doubt + changeRate) * chance) / total
      if (this.#lookBack.isSurprised(BRANCH)) total = this.#branch(total)
    }
    this.#drop(total)
  }

  /**
   * Starts hypotheses that the key has changed a few letters ago, from where the hypothesis stood that was the best
   * then: those that may explain what has come since. @returns the new total weight
   */
  #branch(before: number): number {
    const { readings } = this.#plan
    this.#lookBack.pay()
    let total = before
    for (let key = 0; key < readings.keys; key++) {
      if (key === this.#best.key) continue
      const { from, weight } = this.#lookBack.bestStart(key)
      if (weight < BRANCH) continue
      const at = this.#hypotheses.findIndex((known) => known.key === key)
      const known = this.#hypotheses[at]
      const least = Math.max(BRANCH, (known?.weight ?? 0) / before)
      const changed = followFrom(this.#plan, this.#lookBack.steps, key, from, least)
      if (!changed) continue
      if (this.isOpening) changed.weight *= EARLY
      let branch = heavier(changed, this.#opening.follow(key))
      branch.weight *= before
      if (known) branch = heavier(branch, known)
      this.#hypotheses[known ? at : this.#hypotheses.length] = branch
      total += branch.weight - (known?.weight ?? 0)
    }
    return total
  }

  /** Makes weights sum to 1, and drops those that are too small. */
  #drop(total: number): void {
    const live = this.#hypotheses
    if (live.length === 1) {
      live[0].weight = 1
      return
    }
    let kept = 0
    for (let i = 0; i < live.length; i++) {
      const hypothesis = live[i]
      hypothesis.weight /= total
      if (hypothesis.weight < this.#plan.drop) hypothesis.state?.free()
      else live[kept++] = hypothesis
    }
    live.length = kept
    this.#best = heaviest(live)
  }

  keyAt(position: number): number {
    return keyAt(this.#best.era, position)
  }

  agreement(position: number, index: number, unit: number): number {
    if (this.isCertain) return 1
    const reading = this.#plan.readings.unitOf(this.keyAt(position), index, unit)
    return this.probabilityOf(reading, position, index, unit)
  }

  /** Probability that the unit at `position` stands for `reading`. */
  probabilityOf(reading: number, position: number, index: number, unit: number): number {
    const { readings } = this.#plan
    let agreeing = 0
    for (const { era, weight } of this.#hypotheses) {
      if (readings.unitOf(keyAt(era, position), index, unit) === reading) agreeing += weight
    }
    return agreeing
  }

  /** Another search that stands where this one does. */
  fork(): KeySearch {
    const fork = new KeySearch(this.#plan)
    fork.#hypotheses = this.#hypotheses.map((hypothesis) => ({
      ...hypothesis,
      state: hypothesis.state && this.#plan.copy(hypothesis.state),
    }))
    fork.#best = heaviest(fork.#hypotheses)
    fork.#doubt = this.#doubt
    fork.#opening = this.#opening.fork()
    return fork
  }

  forget(position: number): void {
    for (const { era } of this.#hypotheses) forget(era, position)
  }

  /** A probe with the best key: as at the start of a stream, or from where this search stands. */
  createProbe(isStart: boolean): KeyProbe {
    const { key, id, state } = this.#best
    return isStart ? new KeyProbe(this.#plan, key) : new KeyProbe(this.#plan, key, id, this.#plan.copy(state))
  }

  restoreProbe(saved: ByteReader): KeyProbe {
    return KeyProbe.restore(this.#plan, this.#best.key, saved)
  }

  adopt(probe: KeyProbe): void {
    this.#best.state?.free()
    this.#best.state = probe.state
    this.#best.id = probe.id
    this.#lookBack.clear()
  }

  save(writer: ByteWriter): void {
    saveHypotheses(this.#hypotheses, writer, this.#plan)
    writer.float64(this.#doubt)
    this.#lookBack.save(writer)
    this.#opening.save(writer)
  }

  free(): void {
    for (const { state } of this.#hypotheses) state?.free()
    this.#lookBack.free()
  }
}

/** The heavier of two hypotheses; the other one is given up. */
const heavier = (a: Hypothesis, b: Hypothesis | undefined): Hypothesis => {
  const [winner, loser] = b && b.weight > a.weight ? [b, a] : [a, b]
  loser?.state?.free()
  return winner
}

const heaviest = (hypotheses: readonly Hypothesis[]): Hypothesis => {
  let best = hypotheses[0]
  for (const hypothesis of hypotheses) if (hypothesis.weight > best.weight) best = hypothesis
  return best
}
