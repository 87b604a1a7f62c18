import type { ByteReader, ByteWriter } from '../bytes.ts'
import { SnapshotFormatError } from '../errors.ts'
import type { SearchPlan } from './plan.ts'

/** Units that are looked back upon. */
const LENGTH = 8

/** Probability of a letter under the right key, typically. */
const TYPICAL = 0.08

/** A unit that the best hypothesis has read. */
export interface Step {
  unit: number
  index: number
  position: number
  /** Its probability by the best hypothesis. */
  probability: number
  /** The net's state before it, and what the net expected then. */
  state: Float32Array
  expected: Float32Array
}

/**
 * What the best hypothesis read last, so that a change of key can be followed from where it happened, once letters
 * make no sense any more. Until then it costs a copy of the state a symbol and no net step.
 */
export class LookBack {
  readonly #plan: SearchPlan
  #steps: Step[] = []
  /** How much likelier the latest letters are under another key, at best, than under this one. */
  #surprise = 1

  constructor(plan: SearchPlan, saved?: ByteReader) {
    this.#plan = plan
    if (!saved) return
    this.#surprise = saved.float64()
    const count = saved.uint16()
    if (count > LENGTH) throw new SnapshotFormatError('state', 'not what a search writes')
    for (let i = 0; i < count; i++) {
      const [unit, position, probability] = [saved.uint16(), saved.float64(), saved.float64()]
      const state = saved.floats(plan.model.stateLength)
      const expected = saved.floats(plan.model.outputs)
      this.#steps.push({ unit, index: plan.readings.indexOf(unit), position, probability, state, expected })
    }
  }

  record(step: Step): void {
    if (this.#steps.length === LENGTH) this.#steps.shift()
    this.#steps.push(step)
    if (step.index !== -1) this.#surprise = Math.max(this.#surprise * TYPICAL, 1) / step.probability
  }

  /** Forgets all, because another hypothesis is the best. */
  clear(): void {
    this.#steps = []
    this.#surprise = 1
  }

  /** Whether the latest letter makes it likely that a change of key weighs `least` or more beside the best one. */
  isSurprised(least: number): boolean {
    const latest = this.#steps.at(-1)
    if (!latest || latest.probability > TYPICAL) return false
    return this.#plan.changeRate * this.#plan.largestPrior * this.#surprise >= least
  }

  /** How well a change to `key` explains the latest letters at most, as a proportion, and from which step on. */
  bestStart(key: number): { from: number; weight: number } {
    const { readings, changeRate } = this.#plan
    let best = { from: 0, weight: 0 }
    let explained = 1
    for (let from = this.#steps.length - 1; from >= 0; from--) {
      const { index, unit, expected, probability } = this.#steps[from]
      if (index === -1) continue
      const weight = (explained * expected[readings.idOf(key, index, unit)]) / probability
      if (weight > best.weight) best = { from, weight }
      explained *= TYPICAL / probability
    }
    return { from: best.from, weight: best.weight * changeRate * readings.priors[key] }
  }

  get steps(): readonly Step[] {
    return this.#steps
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#surprise)
    writer.uint16(this.#steps.length)
    for (const { unit, position, probability, state, expected } of this.#steps) {
      writer.uint16(unit)
      writer.float64(position)
      writer.float64(probability)
      writer.floats(state)
      writer.floats(expected)
    }
  }
}
