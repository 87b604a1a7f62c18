import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import type { Belief } from '../belief.ts'
import { type Candidate, candidateOf, isRepetition, type Reading, readSymbol } from './candidate.ts'
import type { ColumnPlan } from './column-plan.ts'
import { ColumnText, NO_LETTER } from './column-text.ts'
import {
  CERTAIN,
  FAR_BEHIND,
  HOPEFUL,
  KEPT,
  LETTERS_A_PLACE,
  OPENING,
  PATIENCE,
  SOLVES,
  TOLD,
  UNFOUND,
  WINDOW,
} from './constants.ts'
import { createLanes, extendLanes, type Lane } from './lane.ts'
import { powerOf } from './powers.ts'
import { solve } from './solve.ts'

/** The key of text whose key has not been found. */
const unfound: NamedKey = Object.freeze({ cipher: 'unknown', key: Object.freeze({}) })

/** Weight below which a key has no say in what a letter stands for. */
const LEAST_SAY = 1e-7

/**
 * The belief about a key of unknown period, while it is sought: the best keys of each period, and the possibility that
 * the key is not among them, under which any letter is as likely as another. Keys are sought anew after so many symbols,
 * and in between each that is kept reads on.
 */
export class Columns implements Belief {
  readonly doubt = 0
  readonly isCertain = false
  readonly #plan: ColumnPlan
  #reading: Reading
  #isSpaced = true
  readonly #lanes: Lane[]
  readonly text: ColumnText
  #candidates: Candidate[] = []
  #unfound: number = UNFOUND.prior
  /** Weights of the candidates, and of none of them; they sum to 1. */
  #weights: number[] = []
  #rest = 1
  /** All weights together before the last symbol, as a cost and a factor. */
  #least: number = UNFOUND.prior
  #sum = 1
  #best: Candidate | undefined
  #named: { candidate: Candidate; key: NamedKey } | undefined

  constructor(plan: ColumnPlan, saved?: SectionReader) {
    this.#plan = plan
    const { alphabet } = plan
    this.text = new ColumnText(alphabet)
    const { space, family } = alphabet
    this.#reading = { text: this.text, costs: plan.costs(true), space, values: family.values.length }
    this.#lanes = createLanes(alphabet)
    const reader = saved?.section('columns')
    if (!reader) return
    for (const unit of this.text.readUnits(reader)) {
      if (this.text.push(unit)) extendLanes(this.#lanes, this.text, alphabet)
    }
    for (const lane of this.#lanes) lane.isOver = reader.uint16() === 1
    this.#unfound = reader.int32()
    this.#readAs(reader.uint16() === 1)
    const count = reader.uint16()
    const { values } = this.#reading
    this.#candidates = Array.from({ length: count }, () => {
      const lane = this.#lanes[reader.uint16()]
      reader.demand(lane !== undefined)
      const key = new Uint8Array(lane.period).map(() => reader.uint16())
      reader.demand(key.every((value) => value < values))
      return candidateOf(this.#reading, lane, key, this.#priorOf(lane))
    })
    this.#weighAnew()
  }

  read(symbol: CipherSymbol): number {
    const { text } = this
    if (text.length === 0) text.start = symbol.position
    if (text.length === WINDOW || !text.push(symbol.unit)) return 1
    extendLanes(this.#lanes, text, this.#plan.alphabet)
    const at = text.symbols - 1
    this.#unfound += text.letterAt[at] === NO_LETTER ? UNFOUND.other : UNFOUND.letter
    for (const candidate of this.#candidates) readSymbol(this.#reading, candidate, at)
    if (SOLVES.includes(text.symbols)) this.#solve()
    const [least, sum] = [this.#least, this.#sum]
    this.#weighAnew()
    return (powerOf(this.#least - least) * this.#sum) / sum
  }

  /** Seeks the best keys of each period anew. */
  #solve(): void {
    const { text } = this
    this.#readAs(text.letters < text.symbols)
    const tried = this.#lanes.filter((lane) => this.#isTried(lane))
    const solved = tried
      .flatMap((lane) => solve(this.#reading, lane, KEPT))
      .filter(({ key }) => !isRepetition(key))
      .map((one) => ({ ...one, cost: one.cost + this.#priorOf(one.lane) }))
    const least = solved.reduce((most, { cost }) => Math.min(most, cost), this.#unfound)
    this.#candidates = solved
      .filter(({ cost }) => cost <= least + HOPEFUL)
      .map(({ lane, key }) => candidateOf(this.#reading, lane, key, this.#priorOf(lane)))
    const patience = PATIENCE.findLast(({ letters }) => letters <= text.letters)
    if (!patience) return
    const left = new Set(solved.filter(({ cost }) => cost <= least + patience.cost).map(({ lane }) => lane))
    for (const lane of tried) lane.isOver = !left.has(lane)
  }

  /** Reads the text as one that has spaces, or none. */
  #readAs(isSpaced: boolean): void {
    this.#isSpaced = isSpaced
    this.#reading = { ...this.#reading, costs: this.#plan.costs(isSpaced) }
  }

  #isTried({ isOver, period, over }: Lane): boolean {
    const { letters, symbols } = this.text
    return !isOver && period * LETTERS_A_PLACE <= letters * 4 && !(over && letters === symbols)
  }

  #weighAnew(): void {
    const costs = this.#candidates.map(({ cost }) => cost)
    const least = costs.reduce((most, cost) => Math.min(most, cost), this.#unfound)
    this.#candidates = this.#candidates.filter(({ cost }) => cost <= least + FAR_BEHIND)
    const weights = this.#candidates.map(({ cost }) => powerOf(cost - least))
    const rest = powerOf(this.#unfound - least)
    const sum = weights.reduce((total, weight) => total + weight, rest)
    this.#weights = weights.map((weight) => weight / sum)
    this.#rest = rest / sum
    this.#least = least
    this.#sum = sum
    const best = lightest(this.#candidates)
    this.#best = best && best.cost <= this.#unfound + TOLD ? best : undefined
  }

  #priorOf({ period, over }: Lane): number {
    const { value, lane, everywhere } = this.#plan.priors
    return UNFOUND.prior + period * value + lane + (over ? everywhere : 0)
  }

  /** The key that is next to certain, if there is one. */
  get found(): Candidate | undefined {
    const { text } = this
    const isLast = text.length === WINDOW
    if (!isLast && (text.letters < CERTAIN.letters || !SOLVES.includes(text.symbols))) return undefined
    return isLast || 1 - this.probability <= CERTAIN.rest ? this.#best : undefined
  }

  get key(): NamedKey {
    const candidate = this.#best
    if (!candidate) return unfound
    if (this.#named?.candidate !== candidate) this.#named = { candidate, key: this.#nameOf(candidate) }
    return this.#named.key
  }

  #nameOf({ key, lane }: Candidate): NamedKey {
    return this.#plan.nameOf(key, lane.over)
  }

  get probability(): number {
    return this.#best ? this.#weights[this.#candidates.indexOf(this.#best)] : this.#rest
  }

  get isOpening(): boolean {
    return this.text.letters < OPENING
  }

  reading(symbol: CipherSymbol): number {
    return this.#best ? this.#readingBy(this.#best, symbol) : symbol.unit
  }

  #readingBy({ lane, key }: Candidate, { unit, position }: CipherSymbol): number {
    const { family, letterOf } = this.#plan.alphabet
    const { alphabet, values } = family
    const distance = position - this.text.start
    if (alphabet.indexOf(unit) === -1 || distance < 0 || distance >= this.text.length) return unit
    const at = this.text.symbolAt[distance]
    return alphabet.letterAt(letterOf[lane.plain[at * values.length + key[lane.places[at]]]], unit)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    let agreeing = this.#rest * this.#plan.chance
    for (let i = 0; i < this.#candidates.length; i++) {
      if (this.#weights[i] < LEAST_SAY) continue
      if (this.#readingBy(this.#candidates[i], symbol) === unit) agreeing += this.#weights[i]
    }
    return agreeing
  }

  debug(key: Uint8Array): number[] {
    const lane = this.#lanes[key.length - 1]
    const c = candidateOf(this.#reading, lane, key, this.#priorOf(lane))
    return [c.cost, this.#best?.cost ?? 99999, this.#unfound]
  }

  readOn(text: string): string {
    return text
  }

  possibleKeys(): PossibleKey[] {
    const keys = this.#candidates.map((candidate, i) => ({
      ...this.#nameOf(candidate),
      probability: this.#weights[i],
      read: this.#plan.readerOf(candidate.key, candidate.lane.over),
    }))
    return [...keys, { ...unfound, probability: this.#rest, read: (text) => text }]
  }

  forget(): void {}

  save(sections: SectionWriter): void {
    const writer = sections.section('columns')
    this.text.save(writer)
    for (const { isOver } of this.#lanes) writer.uint16(isOver ? 1 : 0)
    writer.int32(this.#unfound)
    writer.uint16(this.#isSpaced ? 1 : 0)
    writer.uint16(this.#candidates.length)
    for (const { lane, key } of this.#candidates) {
      writer.uint16(this.#lanes.indexOf(lane))
      for (const value of key) writer.uint16(value)
    }
  }

  free(): void {}
}

/** The candidate that costs least; the first of equals. */
const lightest = (candidates: readonly Candidate[]): Candidate | undefined => {
  let best: Candidate | undefined
  for (const candidate of candidates) if (!best || candidate.cost < best.cost) best = candidate
  return best
}
