import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { Foretold } from '../hypothesis/foretell.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import {
  AT_PARTS,
  AT_WORDS,
  FIRST_CREDIT,
  LOOK_BACK,
  MOST_CREDIT,
  MOST_SURPRISE,
  ORDINARY,
  PRICE,
} from './constants.ts'
import { Place } from './place.ts'
import { readStep, type Step, saveStep } from './step.ts'

/**
 * The symbols that the best hypothesis read last, so that a change of key can be followed from where it happened, once
 * letters make no sense any more. Until then it costs a copy of the state a symbol and no net step.
 */
export class LookBack {
  readonly #plan: SearchPlan
  #steps: Step[] = []
  readonly #spare: Step[] = []
  /** A factor: how much likelier the latest letters are under another key, at best, than under this one. */
  #surprise = 1
  #credit = FIRST_CREDIT
  readonly #place: Place

  constructor(plan: SearchPlan, saved?: ByteReader) {
    this.#plan = plan
    this.#place = new Place(saved)
    if (!saved) return
    // Of a session from before it was bounded it may be infinite.
    this.#surprise = Math.min(saved.float64(), MOST_SURPRISE)
    this.#credit = saved.uint16()
    const count = saved.uint16()
    saved.demand(count <= LOOK_BACK && this.#surprise > 0)
    for (let i = 0; i < count; i++) this.#steps.push(readStep(saved, plan))
  }

  /** The steps looked back upon, latest last. */
  get steps(): readonly Step[] {
    return this.#steps
  }

  /** Takes note of the best hypothesis before it reads a symbol. Its row of `table` is what it expects. */
  record(symbol: CipherSymbol, best: Hypothesis, table: Float32Array): void {
    const place = this.#place.factor
    this.#place.pass(symbol.unit, this.#plan.family.alphabet.indexOf(symbol.unit) !== -1)
    if (!best.state) return
    const step = this.#next(best)
    step.unit = symbol.unit
    step.index = symbol.index
    step.position = symbol.position
    step.place = place
    step.trail = best.trail
    step.weight = best.weight
    this.#plan.model.copyState(best.state, step.state)
    const { at } = best
    for (let i = 0; i < step.expected.length; i++) step.expected[i] = table[at + i]
    this.#steps.push(step)
  }

  /** Takes note of the probability of the symbol that has just been recorded. */
  observe({ likely, sharp }: Foretold): void {
    const step = this.#steps.at(-1)
    if (!step) return
    step.probability = likely
    if (step.index === -1) return
    this.#surprise = Math.min(Math.max(this.#surprise * ORDINARY, 1) / sharp, MOST_SURPRISE)
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
    const place = this.#steps.some(isPart) ? AT_PARTS : AT_WORDS
    return place * this.#plan.changeRate * this.#plan.largestPrior * this.#surprise >= least
  }

  /** A factor: how much likelier the key changes with the latest symbol than with any. */
  get place(): number {
    return this.#steps.at(-1)?.place ?? 1
  }

  /** Pays for a search. */
  pay(): void {
    this.#credit -= PRICE
  }

  save(writer: ByteWriter): void {
    this.#place.save(writer)
    writer.float64(this.#surprise)
    writer.uint16(this.#credit)
    writer.uint16(this.#steps.length)
    for (const step of this.#steps) saveStep(step, writer, this.#plan)
  }

  free(): void {
    for (const { state } of [...this.#steps, ...this.#spare]) state.free()
  }

  /** A step to write over: the oldest one, once there are enough. */
  #next({ trail, weight }: Hypothesis): Step {
    const { model } = this.#plan
    const used = this.#steps.length === LOOK_BACK ? this.#steps.shift() : this.#spare.pop()
    if (used) return used
    const expected = new Float32Array(model.outputs)
    const state = model.createState()
    return { unit: 0, index: 0, position: 0, place: 1, probability: 1, trail, weight, state, expected }
  }
}

const isPart = ({ place }: Step): boolean => place === AT_PARTS
