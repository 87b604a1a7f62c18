import { InvalidOptionError, type Tokenizer } from '@runnel/core'
import type { LanguageModel, LanguageState } from '../language-model.ts'
import { BEHIND, EARLY, EARLY_SHARE, HEAVY, LATE_SHARE } from './constants.ts'
import type { Counts } from './counts.ts'
import { LaggingState, lengthBeside } from './lagging-state.ts'

/** Numbers of a table, from a place on. */
interface Row {
  readonly table: Float32Array
  readonly at: number
}

/**
 * A language model with counts beside it. A text of little weight is foretold by the counts alone; the model reads it,
 * all that waits at once, when it has come to weigh enough. What the model has read is foretold by the mean of both,
 * which is better than either.
 */
export class CountedModel implements LanguageModel {
  readonly name: string
  readonly id: string
  readonly engine?: string
  readonly tokenizer: Tokenizer
  readonly outputs: number
  readonly least: number
  readonly stateLength: number
  readonly isLazy = true
  readonly #counts: Omit<Counts, 'beside'>
  readonly #model: LanguageModel
  /** Probabilities that the model has given to many. */
  #scratch = new Float32Array(0)

  /** @throws InvalidOptionError when they tell other symbols apart */
  constructor(counts: Omit<Counts, 'beside'>, model: LanguageModel) {
    if (symbolsOf(counts.tokenizer) !== symbolsOf(model.tokenizer)) {
      throw new InvalidOptionError('counts', counts.name, `counts of the symbols of ${model.name}`)
    }
    this.#counts = counts
    this.#model = model
    this.name = model.name
    this.id = `${model.id} ${counts.id}`
    if (model.engine) this.engine = model.engine
    this.tokenizer = model.tokenizer
    this.outputs = model.outputs
    this.least = model.least
    this.stateLength = lengthBeside(model)
  }

  createState(): LanguageState {
    return new LaggingState(this.#model)
  }

  saveState(state: LanguageState): Float32Array {
    return (state as LaggingState).save()
  }

  loadState(values: Float32Array): LanguageState {
    const { stateLength } = this
    if (values.length !== stateLength) {
      throw new InvalidOptionError('state', values.length, `${stateLength} numbers`)
    }
    return new LaggingState(this.#model, values)
  }

  copyState(from: LanguageState, to: LanguageState): void {
    const copy = to as LaggingState
    copy.copy(from as LaggingState)
  }

  step(id: number, state: LanguageState, weight = 1): Float32Array {
    const own = state as LaggingState
    own.output ??= new Float32Array(this.outputs)
    own.push(id)
    this.#fill(own, own.output, 0)
    if (!isHeavy(weight, own)) return own.output
    let table = own.output
    while (own.unread > 0) table = this.#model.step(own.next(), own.open())
    this.#average(own, { table: own.output, at: 0 }, { table, at: 0 })
    return own.output
  }

  stepMany(
    ids: ArrayLike<number>,
    states: readonly LanguageState[],
    out: Float32Array,
    weights?: ArrayLike<number>,
  ): void {
    const { outputs } = this
    const heavy: LaggingState[] = []
    const places: number[] = []
    for (let i = 0; i < states.length; i++) {
      const state = states[i] as LaggingState
      state.push(ids[i])
      this.#fill(state, out, i * outputs)
      if (weights && !isHeavy(weights[i], state)) continue
      heavy.push(state)
      places.push(i * outputs)
    }
    const table = this.#readUp(heavy)
    for (let i = 0; i < heavy.length; i++) {
      this.#average(heavy[i], { table: out, at: places[i] }, { table, at: i * outputs })
    }
  }

  /** Fills a row with what comes next, by the counts alone. */
  #fill({ recent, length }: LaggingState, out: Float32Array, at: number): void {
    this.#counts.fill(this.#counts.contextOf(recent, length), out, at)
  }

  /** Makes a row the mean of itself and what the model says. */
  #average({ symbols }: LaggingState, row: Row, read: Row): void {
    const { outputs, least } = this
    const share = symbols < EARLY ? EARLY_SHARE : LATE_SHARE
    for (let id = 1; id < outputs; id++) {
      const foretold = read.table[read.at + id]
      row.table[row.at + id] =
        share * row.table[row.at + id] + (1 - share) * (foretold >= least ? foretold : least)
    }
  }

  /** Has the model read all that waits, in as many calls as the longest wait. @returns a row for each, of the last call */
  #readUp(states: readonly LaggingState[]): Float32Array {
    const size = states.length * this.outputs
    if (this.#scratch.length < size) this.#scratch = new Float32Array(size)
    for (let left = states.reduce((most, { unread }) => Math.max(most, unread), 0); left > 0; left--) {
      const behind = states.filter(({ unread }) => unread === left)
      const opened = behind.map((state) => state.open())
      const ids = behind.map((state) => state.next())
      this.#model.stepMany(ids, opened, this.#scratch)
    }
    return this.#scratch
  }
}

/** Whether a text is worth the model's trouble: more of it has to be, the more there is to read. */
const isHeavy = (weight: number, { unread }: LaggingState): boolean =>
  weight >= HEAVY * Math.max(1, unread / BEHIND)

const symbolsOf = ({ alphabet, options }: Tokenizer): string => JSON.stringify([alphabet, options])
