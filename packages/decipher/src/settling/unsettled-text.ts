import type { KeyFilter } from '../belief/belief.ts'
import type { Readings } from '../belief/hypothesis/readings.ts'
import { SnapshotFormatError } from '../errors.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** When a letter may be called final. */
export interface CommitRule {
  /** Least probability of the letter. */
  readonly probability: number
  /** Letters after which it is final in any case. */
  readonly maxDelay: number
}

/** How much likelier than stated a change of key is held to be when text is to become final. */
const CHANGE_CAUTION = 250

/** The same of a letter's being wrong in the opening of a stream. */
const OPENING_CAUTION = 30

/** Units that wait for each letter of `maxDelay` at the most, so that text without letters is not held for ever. */
const UNITS_A_LETTER = 8

/** Text that has been read and is not final yet. One stream's own. */
export class Waiting {
  /** Where it starts, in UTF-16 units from the start of the stream. */
  start = 0
  readonly #readings: Readings
  readonly #rule: CommitRule
  readonly #units: number[] = []
  /** How many symbols the stream had when each unit came, itself included. */
  readonly #counts: number[] = []
  #head = 0
  #symbols = 0

  constructor(readings: Readings, rule: CommitRule, saved?: ByteReader) {
    this.#readings = readings
    this.#rule = rule
    if (!saved) return
    this.start = saved.float64()
    const length = saved.float64()
    if (!(length >= 0 && length < 2 ** 32))
      throw new SnapshotFormatError('state', 'not what a session writes')
    for (let i = 0; i < length; i++) this.push(saved.uint16())
  }

  get length(): number {
    return this.#units.length - this.#head
  }

  /** Takes in a unit that the belief has read, and takes out what it allows to be final. */
  add(unit: number, belief: KeyFilter): string {
    if (this.length === 0 && this.#isSure(unit, this.start, belief)) {
      const reading = this.#reading(unit, this.start, belief)
      this.start++
      belief.forget(this.start)
      return reading
    }
    this.push(unit)
    return this.settle(belief)
  }

  push(unit: number): void {
    if (this.#readings.indexOf(unit) !== -1) this.#symbols++
    this.#units.push(unit)
    this.#counts.push(this.#symbols)
  }

  /** Takes out what the belief allows to be final, or everything. */
  settle(belief: KeyFilter, everything = false): string {
    let text = ''
    while (this.#head < this.#units.length && (everything || this.#isReady(belief))) {
      text += this.#reading(this.#units[this.#head], this.start, belief)
      this.#head++
      this.start++
    }
    if (text !== '') belief.forget(this.start)
    if (this.#head === this.#units.length) this.#clear()
    return text
  }

  /** Takes out all of it unsettled, to be read again. */
  takeBack(): number[] {
    const units = this.#units.slice(this.#head)
    for (const unit of units) if (this.#readings.indexOf(unit) !== -1) this.#symbols--
    this.#clear()
    return units
  }

  /** Settles units that nothing waits before. */
  pass(units: number): void {
    this.start += units
  }

  /** How the belief reads it. */
  text(belief: KeyFilter): string {
    let text = ''
    for (let i = 0; i < this.length; i++) {
      text += this.#reading(this.#units[this.#head + i], this.start + i, belief)
    }
    return text
  }

  /** Probability of each unit of `text`. */
  confidence(belief: KeyFilter): number[] {
    return Array.from({ length: this.length }, (_, i) =>
      this.#confidence(this.#units[this.#head + i], this.start + i, belief),
    )
  }

  save(writer: ByteWriter): void {
    writer.float64(this.start)
    writer.float64(this.length)
    for (let i = this.#head; i < this.#units.length; i++) writer.uint16(this.#units[i])
  }

  #clear(): void {
    this.#units.length = 0
    this.#counts.length = 0
    this.#head = 0
  }

  #reading(unit: number, position: number, belief: KeyFilter): string {
    const index = this.#readings.indexOf(unit)
    return String.fromCharCode(this.#readings.unitOf(belief.keyAt(position), index, unit))
  }

  #isReady(belief: KeyFilter): boolean {
    const { maxDelay } = this.#rule
    return (
      this.#symbols - this.#counts[this.#head] >= maxDelay ||
      this.length > UNITS_A_LETTER * (maxDelay + 1) ||
      this.#isSure(this.#units[this.#head], this.start, belief)
    )
  }

  #isSure(unit: number, position: number, belief: KeyFilter): boolean {
    const caution = belief.isOpening ? OPENING_CAUTION : 1
    return this.#confidence(unit, position, belief, caution, CHANGE_CAUTION) >= this.#rule.probability
  }

  #confidence(unit: number, position: number, belief: KeyFilter, caution = 1, changeCaution = 1): number {
    const index = this.#readings.indexOf(unit)
    if (index === -1) return 1
    // Weights sum to 1 but for rounding.
    const agreement = Math.min(1, belief.agreement(position, index, unit))
    return agreement / (agreement + caution * (1 - agreement)) / (1 + changeCaution * belief.doubt)
  }
}
