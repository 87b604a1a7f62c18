import { eachInSteps, type InSteps } from '../../in-steps.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { Begun } from '../begun.ts'
import { WINDOW } from '../locked/constants.ts'
import { NO_LETTER, SoughtText } from '../locked/sought-text.ts'
import { bestKeys } from './best-keys.ts'
import { besides, type Candidate, different, lightestOf, readSymbol } from './candidate.ts'
import { closerKeys } from './closer-keys.ts'
import type { ColumnPlan } from './column-plan.ts'
import { FAR_BEHIND, HOPEFUL, LETTERS_A_PLACE, PATIENCE, PATIENT, REFINE } from './constants.ts'
import { createProblem, readAs } from './create-problem.ts'
import { createLanes, extendLanes, type Lane } from './lane.ts'
import { Pace } from './pace.ts'
import { isAllowed, learn, priced, priorOf } from './priced.ts'
import type { PeriodKey, Problem } from './problem.ts'
import { refined } from './refined.ts'
import { readKeys, saveKeys } from './saved-keys.ts'
import type { Solved } from './solve.ts'
import type { HowMuch } from './trouble.ts'
import type { Unfound } from './unfound.ts'
import { createWeigher, weighed } from './weigher.ts'

/**
 * The search for a key of unknown period: the best keys of each period, and what the text costs when the key is not among
 * them. Keys are sought anew after so many symbols, and in between each that is kept reads on.
 */
export class ColumnSearch {
  readonly #plan: ColumnPlan
  readonly #lanes: Lane[]
  readonly text: SoughtText
  /** The keys that are held possible. */
  candidates: Candidate[] = []
  /** Whether they have been sought anew with the latest symbol, which is always a letter. */
  isFresh = false
  readonly #unfound: Unfound
  readonly #pace: Pace
  readonly #begun = new Begun<boolean>()
  #problem: Problem
  #isSpaced = true

  constructor(plan: ColumnPlan, saved?: ByteReader) {
    this.#plan = plan
    const { alphabet } = plan
    this.text = new SoughtText({ alphabet: alphabet.family.alphabet, idOf: alphabet.idOf })
    this.#problem = createProblem(plan, this.text)
    this.#lanes = createLanes(alphabet)
    this.#unfound = plan.createUnfound()
    this.#pace = new Pace(plan.sparing, saved)
    if (!saved) return
    for (const unit of this.text.readUnits(saved)) this.#take(unit)
    for (const lane of this.#lanes) lane.isOver = saved.uint16() === 1
    this.#readAs(saved.uint16() === 1)
    const kept = readKeys(saved, this.#lanes, this.#problem.values)
    const weigh = this.#createWeigher()
    this.candidates = kept.map(({ lane, key }) => weigh(lane, key))
  }

  #createWeigher(): (lane: Lane, key: PeriodKey) => Candidate {
    const weigh = createWeigher(this.#problem)
    return (lane, key) => weigh(lane, key, priorOf(this.#plan, this.#problem, { lane, key }))
  }

  /** Cost of the text when none of them is the key, in twelfths of a bit. */
  get unfound(): number {
    return this.#unfound.cost
  }

  /** Letters with which they have been sought last. */
  get soughtWith(): number {
    return this.#pace.latest
  }

  /** Takes a unit into the text. @returns whether it is a symbol */
  #take(unit: number): boolean {
    const { text } = this
    if (!text.push(unit)) return false
    extendLanes(this.#lanes, text, this.#plan.alphabet)
    this.#problem.known[text.symbols - 1] = this.#plan.known.get(text.start + text.length - 1) ?? 0
    const letter = text.letterAt[text.symbols - 1]
    this.#unfound.read(letter === NO_LETTER ? -1 : letter)
    return true
  }

  /**
   * Takes a unit in.
   * @param ahead letters after it that have come already: keys are sought once for all of them
   * @returns whether it says anything: not when it is no symbol, or the window is full
   */
  read(unit: number, ahead: number): boolean {
    return this.#begun.take(() => this.#read(unit, ahead))
  }

  /** Does what `read` of the same unit does, which has to come next, in steps. */
  begin(unit: number, ahead: number): InSteps<void> {
    return this.#begun.begin(this.#read(unit, ahead))
  }

  *#read(unit: number, ahead: number): InSteps<boolean> {
    const { text } = this
    if (text.length === WINDOW || !this.#take(unit)) return false
    for (const candidate of this.candidates) readSymbol(this.#problem, candidate, text.symbols - 1)
    learn(this.#plan, this.#problem, this.candidates)
    this.#plan.work.steps += this.candidates.length * this.#problem.costs.reader.work
    const { letterAt, symbols, letters } = text
    this.isFresh = letterAt[symbols - 1] !== NO_LETTER && this.#pace.isDue(letters, ahead)
    if (this.isFresh) yield* this.#solve()
    const least = this.candidates.reduce((most, { cost }) => Math.min(most, cost), this.unfound)
    const left = this.candidates.filter(
      (one) => one.cost <= least + FAR_BEHIND && isAllowed(this.#plan, this.#problem, one),
    )
    this.candidates = lightestOf(left, this.#plan.mostKept)
    return true
  }

  /** Seeks the best keys of each period anew. */
  *#solve(): InSteps<void> {
    const { text } = this
    this.#pace.begin(text.letters)
    const isSpaced = this.#plan.alphabet.family.isBytes || text.letters < text.symbols
    const before = isSpaced === this.#isSpaced ? this.candidates : []
    this.#readAs(isSpaced)
    this.candidates = []
    if (!this.#pace.isHopeful && !this.#isHope(yield* this.#glance())) return
    const first = yield* this.#solveEach('some')
    const closer = yield* closerKeys(this.#plan, this.#problem, first)
    const solved = different([...first, ...closer])
    const least = solved.reduce((most, { cost }) => Math.min(most, cost), this.unfound)
    const weigh = this.#createWeigher()
    this.candidates = besides(yield* weighed(solved, least + HOPEFUL, weigh), before)
    if (text.letters >= REFINE.letters) {
      this.candidates.push(...(yield* refined(this.#problem, this.candidates, weigh)))
    }
    if (this.#plan.sparing && !this.#isHope(this.candidates)) this.candidates = []
  }

  /** The best keys that are found with little trouble. */
  *#glance(): InSteps<Candidate[]> {
    const solved = yield* this.#solveEach('little')
    return yield* weighed(solved, this.#hope, this.#createWeigher())
  }

  /** Cost of a key, at the most, that gives hope. */
  get #hope(): number {
    return this.unfound + (this.#plan.sparing?.hopeful ?? 0)
  }

  /** Takes note whether any of the keys that were found is near text without a key. */
  #isHope(found: readonly { readonly cost: number }[]): boolean {
    const isHope = found.some(({ cost }) => cost <= this.#hope)
    this.#pace.note(isHope, this.text.letters)
    return isHope
  }

  /** Seeks the best keys of each period, weighed with the cost of a key, and gives up those that are far behind. */
  *#solveEach(howMuch: HowMuch): InSteps<Solved[]> {
    const { letters } = this.text
    const tried = this.#lanes.filter((lane) => this.#isTried(lane))
    const limit = this.unfound + HOPEFUL
    const found = yield* eachInSteps(tried, (lane) =>
      bestKeys(this.#plan, this.#problem, lane, { howMuch, limit }),
    )
    const solved = priced(this.#plan, this.#problem, found.flat())
    const patience = PATIENCE.findLast((from) => from.letters <= letters)
    if (!patience) return solved
    const least = solved.reduce((most, { cost }) => Math.min(most, cost), this.unfound)
    const left = new Set(solved.filter(({ cost }) => cost <= least + patience.cost).map(({ lane }) => lane))
    for (const lane of tried) lane.isOver = !left.has(lane) && lane.period * PATIENT.place <= letters
    return solved
  }

  /** Reads the text as one that has spaces, or none. */
  #readAs(isSpaced: boolean): void {
    this.#isSpaced = isSpaced
    this.#problem = readAs(this.#plan, this.#problem, isSpaced)
  }

  #isTried({ isOver, period, over, isListed }: Lane): boolean {
    const { letters, symbols } = this.text
    const place = this.#plan.sparing?.place ?? LETTERS_A_PLACE
    return !isOver && (isListed || period * place <= letters * 4) && !(over && letters === symbols)
  }

  save(writer: ByteWriter): void {
    this.#pace.save(writer)
    this.text.save(writer)
    for (const { isOver } of this.#lanes) writer.uint16(isOver ? 1 : 0)
    writer.uint16(this.#isSpaced ? 1 : 0)
    saveKeys(this.candidates, this.#lanes, writer)
  }
}
