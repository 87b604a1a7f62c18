import type { Belief } from '../belief/belief.ts'
import type { CipherSymbol, SymbolTable } from '../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import { type CommitRule, confidenceIn, isSure, sureness } from './commit-rule.ts'
import { UNITS_A_LETTER } from './constants.ts'

/** Text that has been read and is not final yet. One stream's own, and the only one that counts its positions. */
export class UnsettledText {
  readonly #symbols: SymbolTable
  readonly #rule: CommitRule
  readonly #units: number[] = []
  /** Letters that the stream had when each unit came, itself included. */
  readonly #counts: number[] = []
  #head = 0
  #start = 0
  #letters = 0
  /** The symbol that is looked at, written over again and again. */
  readonly #symbol: CipherSymbol = { unit: 0, index: -1, position: 0 }

  constructor(symbols: SymbolTable, rule: CommitRule, saved?: ByteReader) {
    this.#symbols = symbols
    this.#rule = rule
    if (!saved) return
    this.#start = saved.float64()
    const length = saved.int32()
    saved.demand(Number.isSafeInteger(this.#start) && this.#start >= 0 && length >= 0)
    for (let i = 0; i < length; i++) this.push(saved.uint16())
  }

  /** Where it starts, in UTF-16 units from the start of the stream. */
  get start(): number {
    return this.#start
  }

  /** Where it ends: the position of the unit that comes next. */
  get end(): number {
    return this.#start + this.length
  }

  get length(): number {
    return this.#units.length - this.#head
  }

  /** Whether as many units wait as may, however few of them are letters. */
  get isFull(): boolean {
    return this.length > UNITS_A_LETTER * (this.#rule.maxDelay + 1)
  }

  /** Takes in a unit that the belief has read, and takes out all that it allows to be final. */
  add(unit: number, belief: Belief): string {
    if (this.length === 0 && isSure(this.#rule, belief, this.#symbolAt(unit, 0))) {
      this.#note(belief)
      const reading = belief.reading(this.#symbol)
      this.#start++
      belief.forget(this.#start)
      return String.fromCharCode(reading)
    }
    this.push(unit)
    return this.settle(belief)
  }

  /** Takes in a unit. */
  push(unit: number): void {
    if (this.#symbols.indexOf(unit) !== -1) this.#letters++
    this.#units.push(unit)
    this.#counts.push(this.#letters)
  }

  /** Takes out all that the belief allows to be final, or everything. */
  settle(belief: Belief, everything = false): string {
    let text = ''
    let sure = belief.risk?.sure(1 - this.#rule.probability, this.#sureness(belief)) ?? 0
    for (; this.#head < this.#units.length; sure--) {
      if (!everything && sure <= 0 && !this.#isReady(belief)) break
      const symbol = this.#symbolAt(this.#units[this.#head], 0)
      if (sure > 0 || (belief.risk && isSure(this.#rule, belief, symbol))) this.#note(belief)
      text += String.fromCharCode(belief.reading(symbol))
      this.#head++
      this.#start++
    }
    if (text !== '') belief.forget(this.#start)
    if (this.#head === this.#units.length) this.#clear()
    return text
  }

  /** Takes out all of it unsettled, to be read again. */
  takeBack(): number[] {
    const units = this.#units.slice(this.#head)
    for (const unit of units) if (this.#symbols.indexOf(unit) !== -1) this.#letters--
    this.#clear()
    return units
  }

  /** Settles units that nothing waits before. */
  pass(units: number): void {
    this.#start += units
  }

  /** All of it as the belief reads it, and the probability of each unit. */
  read(belief: Belief): { text: string; confidence: number[] } {
    let text = ''
    const confidence = []
    for (let i = 0; i < this.length; i++) {
      const symbol = this.#symbolAt(this.#units[this.#head + i], i)
      text += String.fromCharCode(belief.reading(symbol))
      confidence.push(confidenceIn(belief, symbol))
    }
    return { text, confidence }
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#start)
    writer.int32(this.length)
    for (let i = this.#head; i < this.#units.length; i++) writer.uint16(this.#units[i])
  }

  #clear(): void {
    this.#units.length = 0
    this.#counts.length = 0
    this.#head = 0
  }

  #isReady(belief: Belief): boolean {
    return (
      this.#letters - this.#counts[this.#head] >= this.#rule.maxDelay ||
      this.isFull ||
      isSure(this.#rule, belief, this.#symbolAt(this.#units[this.#head], 0))
    )
  }

  /** Has the belief note that the symbol which is looked at becomes final because it is sure. */
  #note(belief: Belief): void {
    if (this.#symbol.index !== -1) belief.risk?.note(sureness(belief, this.#symbol))
  }

  /** Confidences of all symbols that wait, -1 for those that every key passes unchanged. */
  *#sureness(belief: Belief): Generator<number> {
    for (let i = 0; i < this.length; i++) {
      const symbol = this.#symbolAt(this.#units[this.#head + i], i)
      yield symbol.index === -1 ? -1 : sureness(belief, symbol)
    }
  }

  /** A unit as the symbol that stands so many units after the start. */
  #symbolAt(unit: number, distance: number): CipherSymbol {
    const symbol = this.#symbol
    symbol.unit = unit
    symbol.index = this.#symbols.indexOf(unit)
    symbol.position = this.#start + distance
    return symbol
  }
}
