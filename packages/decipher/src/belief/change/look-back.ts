import type { State } from '@runnel/rnn-model'
import { SnapshotFormatError } from '../../errors.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { Era, Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { readEra, saveEra } from '../hypothesis/save.ts'

/** Units that are looked back upon. */
const LENGTH = 8

/**
 * Probability of a letter that neither speaks for another key nor against it: letters under a wrong key are far
 * less likely, all but a few under the right one far likelier.
 */
const NEUTRAL = 0.15

/** The same, for the question whether other keys are worth a look at all: asked at every letter, so a little stricter. */
const ORDINARY = 0.1

/**
 * Letters that pay for one search for another key; those that a stream is credited with; and most that are saved. Text that
 * no key explains surprises at every letter: once a few searches in a row have found nothing, one in so many is enough.
 */
const [PRICE, FIRST_CREDIT, MOST_CREDIT] = [4, 64, 256]

/** A unit that has been read. */
export interface Step {
  unit: number
  index: number
  position: number
  /** Its probability, all hypotheses taken together. */
  probability: number
  /** The best hypothesis before it: how it reads the text, and how probable it was. */
  era: Era
  weight: number
  /** The net's state before it, and what the net expected then. */
  readonly state: State
  readonly expected: Float32Array
}

/**
 * What the best hypothesis read last, so that a change of key can be followed from where it happened, once letters
 * make no sense any more. Until then it costs a copy of the state a symbol and no net step.
 */
export class LookBack {
  readonly #plan: SearchPlan
  #steps: Step[] = []
  readonly #spare: Step[] = []
  /** How much likelier the latest letters are under another key, at best, than under this one. */
  #surprise = 1
  #credit = FIRST_CREDIT

  constructor(plan: SearchPlan, saved?: ByteReader) {
    this.#plan = plan
    if (!saved) return
    this.#surprise = saved.float64()
    this.#credit = saved.uint16()
    const count = saved.uint16()
    if (count > LENGTH) throw new SnapshotFormatError('state', 'not what a search writes')
    const { model, readings } = plan
    for (let i = 0; i < count; i++) {
      const unit = saved.uint16()
      const [position, probability, weight] = [saved.float64(), saved.float64(), saved.float64()]
      const era = readEra(saved, readings.keys)
      const state = model.loadState(saved.floats(model.stateLength))
      const expected = saved.floats(model.outputs)
      const index = readings.indexOf(unit)
      this.#steps.push({ unit, index, position, probability, era, weight, state, expected })
    }
  }

  /** What has been read, latest last. */
  get steps(): readonly Step[] {
    return this.#steps
  }

  /** Takes note of the best hypothesis before it reads a unit. What the net expects then starts at `row` of `table`. */
  record(
    unit: number,
    index: number,
    position: number,
    best: Hypothesis,
    table: Float32Array,
    row: number,
  ): void {
    if (!best.state) return
    const step = this.#next(best)
    step.unit = unit
    step.index = index
    step.position = position
    step.era = best.era
    step.weight = best.weight
    this.#plan.model.copyState(best.state, step.state)
    for (let i = 0; i < step.expected.length; i++) step.expected[i] = table[row + i]
    this.#steps.push(step)
  }

  /** Takes note of how probable the unit was that has just been recorded. */
  observe(probability: number): void {
    const step = this.#steps.at(-1)
    if (!step) return
    step.probability = probability
    if (step.index === -1) return
    this.#surprise = Math.max(this.#surprise * ORDINARY, 1) / probability
    this.#credit = Math.min(MOST_CREDIT, this.#credit + 1)
  }

  /** Forgets all, because text has gone unread. */
  clear(): void {
    this.#spare.push(...this.#steps)
    this.#steps = []
    this.#surprise = 1
  }

  /** Whether the latest letter makes it likely that a change of key is at least so probable, and a search is paid for. */
  isSurprised(least: number): boolean {
    const latest = this.#steps.at(-1)
    if (!latest || latest.probability > ORDINARY || this.#credit < PRICE) return false
    return this.#plan.changeRate * this.#plan.largestPrior * this.#surprise >= least
  }

  /** Pays for a search. */
  pay(): void {
    this.#credit -= PRICE
  }

  /** How probable a change to `key` may be at most, and from which step on. */
  bestStart(key: number): { from: number; weight: number } {
    const { readings, changeRate } = this.#plan
    let [bestFrom, bestWeight] = [0, 0]
    let explained = 1
    for (let from = this.#steps.length - 1; from >= 0; from--) {
      const { index, unit, expected, probability, era, weight: before } = this.#steps[from]
      if (index === -1) continue
      const likelihood = expected[readings.idOf(key, index, unit)] * readings.shareOf(key, index)
      const weight = (explained * before * likelihood) / probability
      if (weight > bestWeight && era.key !== key) {
        bestFrom = from
        bestWeight = weight
      }
      explained *= NEUTRAL / probability
    }
    return { from: bestFrom, weight: bestWeight * changeRate * readings.priors[key] }
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#surprise)
    writer.uint16(this.#credit)
    writer.uint16(this.#steps.length)
    for (const { unit, position, probability, weight, era, state, expected } of this.#steps) {
      writer.uint16(unit)
      writer.float64(position)
      writer.float64(probability)
      writer.float64(weight)
      saveEra(era, writer)
      writer.floats(this.#plan.model.saveState(state))
      writer.floats(expected)
    }
  }

  free(): void {
    for (const { state } of [...this.#steps, ...this.#spare]) state.free()
  }

  /** A step to write over: the oldest one, once there are enough. */
  #next({ era, weight }: Hypothesis): Step {
    const { model } = this.#plan
    const used = this.#steps.length === LENGTH ? this.#steps.shift() : this.#spare.pop()
    if (used) return used
    const expected = new Float32Array(model.outputs)
    const state = model.createState()
    return { unit: 0, index: 0, position: 0, probability: 1, era, weight, state, expected }
  }
}
