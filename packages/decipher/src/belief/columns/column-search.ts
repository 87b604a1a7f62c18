import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { WINDOW } from '../locked/constants.ts'
import { NO_LETTER, SoughtText } from '../locked/sought-text.ts'
import { bestKeys } from './best-keys.ts'
import { bestPairs } from './best-pairs.ts'
import {
  type Candidate,
  candidateOf,
  different,
  isRepetition,
  lightest,
  nameOf,
  readSymbol,
  variantsOf,
} from './candidate.ts'
import type { ColumnPlan } from './column-plan.ts'
import {
  FAR_BEHIND,
  HOPEFUL,
  LETTERS_A_PLACE,
  PATIENCE,
  PATIENT,
  READ_A_STEP,
  REFINE,
  SOLVES,
  TURNED,
  UNFOUND,
} from './constants.ts'
import { createLanes, extendLanes, type Lane } from './lane.ts'
import type { PeriodKey, Problem } from './problem.ts'
import type { Solved } from './solve.ts'
import { turnedKeys } from './turned-keys.ts'
import type { Unfound } from './unfound.ts'
import { readsKnown, valuesAt } from './values-at.ts'

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
  #problem: Problem
  #isSpaced = true

  constructor(plan: ColumnPlan, saved?: ByteReader) {
    this.#plan = plan
    const { alphabet, work } = plan
    this.text = new SoughtText({ alphabet: alphabet.family.alphabet, idOf: alphabet.idOf })
    const values = alphabet.family.values.length
    const known = new Uint8Array(WINDOW)
    this.#problem = { text: this.text, costs: plan.costs(true), space: alphabet.space, values, work, known }
    this.#lanes = createLanes(alphabet)
    this.#unfound = plan.createUnfound()
    if (!saved) return
    for (const unit of this.text.readUnits(saved)) this.#take(unit)
    for (const lane of this.#lanes) lane.isOver = saved.uint16() === 1
    this.#readAs(saved.uint16() === 1)
    this.candidates = Array.from({ length: saved.uint16() }, () => {
      const lane: Lane | undefined = this.#lanes[saved.uint16()]
      saved.demand(lane !== undefined)
      const key = new Uint8Array(lane.period).map(() => saved.uint16())
      saved.demand(key.every((value) => value < values))
      return candidateOf(this.#problem, lane, key, this.#priorOf(lane, key))
    })
  }

  /** Cost of the text when none of them is the key, in twelfths of a bit. */
  get unfound(): number {
    return this.#unfound.cost
  }

  /** Whether keys are to be sought anew with the latest symbol, and not with one of those that have come already. */
  #isDue(ahead: number): boolean {
    const { letterAt, symbols, letters } = this.text
    if (letterAt[symbols - 1] === NO_LETTER || !SOLVES.includes(letters)) return false
    return !SOLVES.some((next) => next > letters && next <= letters + ahead)
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
   *
   * @param ahead letters after it that have come already: keys are sought once for all of them
   * @returns whether it says anything: not when it is no symbol, or the window is full
   */
  read(unit: number, ahead: number): boolean {
    const { text } = this
    if (text.length === WINDOW || !this.#take(unit)) return false
    const at = text.symbols - 1
    for (const candidate of this.candidates) readSymbol(this.#problem, candidate, at)
    this.#plan.work.steps += this.candidates.length / READ_A_STEP
    this.isFresh = this.#isDue(ahead)
    if (this.isFresh) this.#solve()
    const least = this.candidates.reduce((most, { cost }) => Math.min(most, cost), this.unfound)
    const left = this.candidates.filter((one) => one.cost <= least + FAR_BEHIND && this.#isAllowed(one))
    this.candidates = this.#mostLikely(left)
    return true
  }

  /** As many candidates as there is room for, in their order: those that cost least, the first of equals. */
  #mostLikely(candidates: Candidate[]): Candidate[] {
    const most = this.#plan.mostKept
    if (candidates.length <= most) return candidates
    const order = candidates.map((_, i) => i)
    order.sort((a, b) => candidates[a].cost - candidates[b].cost || a - b)
    const kept = new Set(order.slice(0, most))
    return candidates.filter((_, i) => kept.has(i))
  }

  /** Seeks the best keys of each period anew. */
  #solve(): void {
    const { text } = this
    this.#readAs(this.#isBytes || text.letters < text.symbols)
    const tried = this.#lanes.filter((lane) => this.#isTried(lane))
    const weighed = (keys: Solved[]): Solved[] =>
      keys
        .filter((one) => !isRepetition(one.key) && this.#isAllowed(one))
        .map((one) => ({ ...one, cost: one.cost + this.#priorOf(one.lane, one.key) }))
    const first = weighed(tried.flatMap((lane) => bestKeys(this.#problem, lane, this.#plan.words)))
    const solved = different([...first, ...weighed(this.#turn(first))])
    const least = solved.reduce((most, { cost }) => Math.min(most, cost), this.unfound)
    this.candidates = solved
      .filter(({ cost }) => cost <= least + HOPEFUL)
      .map(({ lane, key }) => candidateOf(this.#problem, lane, key, this.#priorOf(lane, key)))
    if (text.letters >= REFINE.letters) this.#refine()
    const patience = PATIENCE.findLast(({ letters }) => letters <= text.letters)
    if (!patience) return
    const left = new Set(solved.filter(({ cost }) => cost <= least + patience.cost).map(({ lane }) => lane))
    for (const lane of tried) {
      lane.isOver = !left.has(lane) && lane.period * PATIENT.place <= text.letters
    }
  }

  /** The keys of the best lanes by beams from other places. */
  #turn(solved: readonly Solved[]): Solved[] {
    const lanes = new Set<Lane>()
    while (lanes.size < TURNED.lanes) {
      const best = lightest(solved.filter(({ lane }) => !lanes.has(lane)))
      if (!best) break
      lanes.add(best.lane)
    }
    return [...lanes]
      .filter(({ period }) => period >= TURNED.period)
      .flatMap((lane) => turnedKeys(this.#problem, lane))
  }

  /** Tries the best keys, one a lane, with other values, one place at a time, and keeps what comes near. */
  #refine(): void {
    const tried = new Set<Lane>()
    const known = new Set(this.candidates.map(nameOf))
    const isNew = (one: Candidate): boolean => known.size < known.add(nameOf(one)).size
    while (tried.size < REFINE.keys) {
      const best = lightest(this.candidates.filter(({ lane }) => !tried.has(lane)))
      if (!best) return
      tried.add(best.lane)
      let lead: Candidate | undefined = best
      for (let round = 0; lead && round < REFINE.rounds; round++) {
        const variants = variantsOf(lead.key, (place) => valuesAt(this.#problem, best.lane, place))
        const near: Candidate[] = [...variants, ...bestPairs(this.#problem, best.lane, lead.key)]
          .map((key) => candidateOf(this.#problem, best.lane, key, this.#priorOf(best.lane, key)))
          .filter((one) => one.cost <= best.cost + FAR_BEHIND && isNew(one) && !isRepetition(one.key))
        this.candidates.push(...near)
        const better = lightest(near)
        lead = better && better.cost < lead.cost ? better : undefined
      }
    }
  }

  /** Reads the text as one that has spaces, or none. */
  #readAs(isSpaced: boolean): void {
    this.#isSpaced = isSpaced
    this.#problem = { ...this.#problem, costs: this.#plan.costs(isSpaced) }
  }

  /** Whether text is bytes, spaces among them. */
  get #isBytes(): boolean {
    return this.#plan.alphabet.family.isBytes
  }

  #isTried({ isOver, period, over }: Lane): boolean {
    const { letters, symbols } = this.text
    return !isOver && period * LETTERS_A_PLACE <= letters * 4 && !(over && letters === symbols)
  }

  /** Whether a key reads what is known. */
  #isAllowed({ lane, key }: Pick<Candidate, 'lane' | 'key'>): boolean {
    return this.#plan.known.size === 0 || readsKnown(this.#problem, lane, (at) => key[lane.places[at]])
  }

  /** Places of a lane that nothing is known of. */
  #open({ period, places }: Lane): number {
    const { known, text } = this.#problem
    const told = new Set<number>()
    for (let at = 0; at < text.symbols; at++) if (known[at] !== 0) told.add(places[at])
    return period - told.size
  }

  #priorOf(lane: Lane, key: PeriodKey): number {
    const { over } = lane
    const { priors, words } = this.#plan
    const drawn = this.#open(lane) * priors.value + priors.lane + (words?.other ?? 0)
    return UNFOUND.prior + (words?.has(key) ? words.cost : drawn) + (over ? priors.everywhere : 0)
  }

  save(writer: ByteWriter): void {
    this.text.save(writer)
    for (const { isOver } of this.#lanes) writer.uint16(isOver ? 1 : 0)
    writer.uint16(this.#isSpaced ? 1 : 0)
    writer.uint16(this.candidates.length)
    for (const { lane, key } of this.candidates) {
      writer.uint16(this.#lanes.indexOf(lane))
      for (const value of key) writer.uint16(value)
    }
  }
}
