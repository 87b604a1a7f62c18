import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { powerOf } from '../columns/powers.ts'
import { WINDOW } from '../locked/constants.ts'
import { NO_LETTER, SoughtText } from '../locked/sought-text.ts'
import { BEHIND, CANDIDATES_A_STEP, CRIB, FEW, LEADING, MOST_SAVED, UNFOUND } from './constants.ts'
import { cribStarts } from './crib-starts.ts'
import { RotorCandidate } from './rotor-candidate.ts'
import type { RotorPlan } from './rotor-plan.ts'
import { Starts } from './starts.ts'

/**
 * The search for the start of a rotor machine. All starts are weighed by four symbols in a row, until few are left: then
 * each of these by all that the counts know.
 */
export class RotorSearch {
  readonly #plan: RotorPlan
  readonly text: SoughtText
  /** All that are left, while they are many. */
  #starts: Starts | undefined
  /** All that are left, once they are few; before, those that cost least by four symbols in a row. */
  candidates: RotorCandidate[] = []
  /** Cost of the text when none of them is the key, in twelfths of a bit. */
  unfound: number = UNFOUND.prior
  #isSpaced = false

  constructor(plan: RotorPlan, saved?: ByteReader) {
    this.#plan = plan
    this.text = new SoughtText({ alphabet: plan.cipher.alphabet, idOf: plan.idOf })
    const units = saved ? this.text.readUnits(saved) : []
    const left = saved ? Int32Array.from({ length: saved.uint16() }, () => saved.int32()) : plan.starts
    saved?.demand(left.every((start) => plan.isStart(start)))
    if (saved && saved.uint16() === 1) this.#restoreFew(units, left)
    else this.#restoreMany(units, left.length === 0 ? plan.starts : left)
  }

  #restoreFew(units: readonly number[], left: Int32Array): void {
    for (const unit of units) this.#take(unit)
    this.#isSpaced = this.#showsSpaces
    this.#becomeFew(left, true)
  }

  #restoreMany(units: readonly number[], left: Int32Array): void {
    this.#starts = new Starts(this.#plan, left)
    for (const unit of units) this.read(unit)
  }

  get #showsSpaces(): boolean {
    return this.text.letters < this.text.symbols
  }

  /** Weights of all starts that are left together, the best counting 1. */
  get sum(): number {
    const { candidates, least } = this
    const weighed = candidates.reduce((sum, { cost }) => sum + powerOf(cost - least), 0)
    const starts = this.#starts
    if (!starts) return weighed
    const { prior } = this.#plan
    return weighed + starts.sumBut(candidates.length) * powerOf(prior + starts.least - least)
  }

  /** Whether all that are left are among the candidates. */
  get isFew(): boolean {
    return this.#starts === undefined
  }

  /** Cost of the best start and of the text by it. */
  get least(): number {
    return this.candidates.reduce((least, { cost }) => Math.min(least, cost), Number.MAX_SAFE_INTEGER)
  }

  #take(unit: number): boolean {
    const { text } = this
    if (!text.push(unit)) return false
    const isLetter = text.letterAt[text.symbols - 1] !== NO_LETTER
    this.unfound += isLetter ? UNFOUND.letter : UNFOUND.other
    return true
  }

  /** Takes a unit in. @returns whether it says anything: not when it is no symbol, or the window is full */
  read(unit: number): boolean {
    const { text } = this
    if (text.length === WINDOW) return false
    const isSymbol = this.#take(unit)
    for (const candidate of this.candidates) candidate.push(unit)
    if (!isSymbol) return false
    const isNews = this.#showsSpaces !== this.#isSpaced
    this.#isSpaced = this.#showsSpaces
    if (this.#starts) this.#readMany(this.#starts, isNews)
    else this.#readFew(isNews)
    this.#meetCribs()
    return true
  }

  #readMany(starts: Starts, isNews: boolean): void {
    const { text } = this
    const { table } = this.#plan.costs(this.#isSpaced)
    if (isNews) starts.rewind()
    for (let at = isNews ? 0 : text.symbols - 1; at < text.symbols; at++) {
      if (text.letterAt[at] === NO_LETTER) starts.readOther(text.idAt[at], table)
      else starts.readLetter(text.letterAt[at], table)
    }
    starts.prune()
    if (starts.count <= FEW) this.#becomeFew(starts.ids, isNews)
    else this.#lead(starts, isNews)
  }

  /** Has the best of many read the text, and weighs them by all that is known. */
  #lead(starts: Starts, isNews: boolean): void {
    const { text } = this
    this.#follow(starts.lightest(text.letters < LEADING.letters ? 1 : LEADING.starts), isNews)
  }

  /** Makes starts the candidates, each weighed by all that is known: those that were reads on, unless all is read anew. */
  #follow(starts: readonly number[], isNews: boolean): void {
    const known = new Map(isNews ? [] : this.candidates.map((candidate) => [candidate.start, candidate]))
    this.candidates = starts.map(
      (start) => known.get(start) ?? new RotorCandidate(this.#plan, start, this.text),
    )
    this.#weighAll(this.candidates.filter(({ start }) => !known.has(start)))
    this.#weighLatest(this.candidates.filter(({ start }) => known.has(start)))
  }

  #becomeFew(left: Int32Array, isNews: boolean): void {
    this.#starts = undefined
    this.#follow(Array.from(left), isNews)
  }

  /** Weighs all of the text by each. */
  #weighAll(candidates: readonly RotorCandidate[]): void {
    const { text } = this
    const { reader } = this.#plan.costs(this.#isSpaced)
    this.#plan.work.steps += (candidates.length * text.length) / CANDIDATES_A_STEP
    for (const candidate of candidates) {
      candidate.rewind(this.#plan.prior)
      for (let at = 0; at < text.length; at++) candidate.weigh(at, reader)
    }
  }

  /** Weighs the latest symbol by each. */
  #weighLatest(candidates: readonly RotorCandidate[]): void {
    const { reader } = this.#plan.costs(this.#isSpaced)
    this.#plan.work.steps += candidates.length / CANDIDATES_A_STEP
    for (const candidate of candidates) candidate.weigh(this.text.length - 1, reader)
  }

  /** Takes in the starts by which the latest letters are a crib, if they explain the text as well as others. */
  #meetCribs(): void {
    const { cribs } = this.#plan
    const { letters, letterAt, symbols } = this.text
    if (cribs.length === 0 || letters > CRIB.letters || letterAt[symbols - 1] === NO_LETTER) return
    const written = Array.from(letterAt.subarray(0, symbols)).filter((letter) => letter !== NO_LETTER)
    const known = new Set(this.isFew ? this.candidates.map(({ start }) => start) : [])
    const met = cribs
      .flatMap((crib) => cribStarts(this.#plan, written, crib))
      .filter((start) => !known.has(start))
    if (met.length === 0) return
    const { candidates, least, isFew } = this
    this.candidates = [...new Set(met)].map((start) => new RotorCandidate(this.#plan, start, this.text))
    this.#weighAll(this.candidates)
    const likely = this.candidates.filter(({ cost }) => cost <= least + (isFew ? BEHIND.few : 0))
    this.candidates = isFew ? [...candidates, ...likely] : likely
    if (likely.length > 0) this.#starts = undefined
    else this.candidates = candidates
  }

  #readFew(isNews: boolean): void {
    if (isNews) this.#weighAll(this.candidates)
    else this.#weighLatest(this.candidates)
    const { least } = this
    this.candidates = this.candidates.filter(({ cost }) => cost <= least + BEHIND.few)
  }

  save(writer: ByteWriter): void {
    this.text.save(writer)
    const left = this.#starts?.ids ?? Int32Array.from(this.candidates, ({ start }) => start)
    const held = left.length <= MOST_SAVED ? left : []
    writer.uint16(held.length)
    for (const start of held) writer.int32(start)
    writer.uint16(this.isFew ? 1 : 0)
  }
}
