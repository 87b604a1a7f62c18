import type { InSteps } from '../../in-steps.ts'
import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import { UNKNOWN } from '../../keys/unknown.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { WINDOW } from '../locked/constants.ts'
import type { KeySought } from '../locked/key-sought.ts'
import type { SoughtText } from '../locked/sought-text.ts'
import type { Candidate } from './candidate.ts'
import type { ColumnPlan } from './column-plan.ts'
import { ColumnSearch } from './column-search.ts'
import { CERTAIN, GUESSED, LEAST_SAY, NEAR, NONE_OF_THEM, OPENING, TOLD, UNFOUND } from './constants.ts'
import type { FoundKey } from './found-key.ts'
import { powerOf } from './powers.ts'
import { missed, nearness } from './sureness.ts'

/**
 * The belief about a key of unknown period, while it is sought: the keys that the search keeps, and the possibility that
 * the key is not among them, under which any letter is as likely as another.
 */
export class Columns implements KeySought<FoundKey> {
  readonly doubt = 0
  readonly isCertain = false
  readonly #plan: ColumnPlan
  readonly #search: ColumnSearch
  /** Probabilities of the candidates, and of none of them; they sum to 1. */
  #weights: number[] = []
  #rest = 1
  /** Probability of the text, by all keys together and by none, as a cost and a factor. */
  #least: number = UNFOUND.prior
  #sum = 1
  /** Number of the candidate that costs least, unless it lies too far behind text without a key. */
  #best = -1
  #named: { candidate: Candidate; key: NamedKey } | undefined

  constructor(plan: ColumnPlan, saved?: SectionReader) {
    this.#plan = plan
    this.#search = new ColumnSearch(plan, saved?.section('columns'))
    if (saved) this.#weigh()
  }

  get text(): SoughtText {
    return this.#search.text
  }

  begin(symbol: CipherSymbol, _share?: number, ahead = 0): InSteps<void> {
    if (this.text.length === 0) this.text.start = symbol.position
    return this.#search.begin(symbol.unit, ahead)
  }

  read(symbol: CipherSymbol, _share?: number, ahead = 0): number {
    if (this.text.length === 0) this.text.start = symbol.position
    if (!this.#search.read(symbol.unit, ahead)) return 1
    const [least, sum] = [this.#least, this.#sum]
    this.#weigh()
    return (powerOf(this.#least - least) * this.#sum) / sum
  }

  #weigh(): void {
    const { candidates, unfound: rest } = this.#search
    this.#best = -1
    this.#least = rest
    candidates.forEach(({ cost }, i) => {
      if (this.#best === -1 || cost < candidates[this.#best].cost) this.#best = i
      this.#least = Math.min(this.#least, cost)
    })
    const weights = candidates.map(({ cost }) => powerOf(cost - this.#least))
    this.#sum = weights.reduce((total, weight) => total + weight, powerOf(rest - this.#least))
    const against = NONE_OF_THEM.other * (this.text.symbols - this.text.letters)
    const none = powerOf(rest + against - this.#least)
    const all = weights.reduce((total, weight) => total + weight, none)
    this.#weights = weights.map((weight) => weight / all)
    this.#rest = none / all
    if (this.#best !== -1 && candidates[this.#best].cost > rest + TOLD) this.#best = -1
  }

  get #lead(): Candidate | undefined {
    return this.#search.candidates[this.#best]
  }

  /** Places of the best key: of one that grows by a step, all of which are tried, one, and of ciphertext that follows a primer. */
  get #places(): number {
    const lead = this.#isGuessed ? undefined : this.#lead
    return lead && !this.#plan.alphabet.family.growing?.named(lead.key) ? lead.lane.period : 1
  }

  /** The key that is next to certain, if there is one; at the end of the window the best. */
  get found(): FoundKey | undefined {
    const lead = this.#lead
    if (!lead) return undefined
    const least = Math.max(CERTAIN.letters, CERTAIN.place * this.#places)
    const isTime = this.text.letters >= least && this.#search.isFresh
    const isCertain = isTime && this.#others <= CERTAIN.rest
    if (!isCertain && this.text.length < WINDOW) return undefined
    return { key: lead.key, over: lead.lane.over, probability: this.#isGuessed ? this.probability : 1 }
  }

  /** Whether no letter tells the key: each letter of a primer reads one of the text, and ciphertext reads those after it. */
  get #isGuessed(): boolean {
    return this.#plan.alphabet.family.follows === 'ciphertext'
  }

  /** Probability of all that reads otherwise than the best key, but for letters that any key of its period leaves open. */
  get #others(): number {
    const own = this.#isGuessed ? this.#lead?.lane : undefined
    if (!own) return 1 - this.probability
    return this.#search.candidates.reduce(
      (sum, { lane }, i) => (lane === own ? sum : sum + this.#weights[i]),
      this.#rest,
    )
  }

  get key(): NamedKey {
    const candidate = this.#lead
    if (!candidate) return UNKNOWN
    if (this.#named?.candidate !== candidate) this.#named = { candidate, key: this.#nameOf(candidate) }
    return this.#named.key
  }

  #nameOf({ key, lane }: Candidate): NamedKey {
    return this.#plan.nameOf(key, lane.over)
  }

  get probability(): number {
    if (this.#best === -1) return this.#rest
    return this.#weights[this.#best] * (this.#isGuessed ? GUESSED : 1)
  }

  get isOpening(): boolean {
    return this.text.letters < Math.max(OPENING.letters, OPENING.place * this.#places)
  }

  reading(symbol: CipherSymbol): number {
    const candidate = this.#lead
    return candidate ? this.#readingBy(candidate, symbol) : symbol.unit
  }

  #readingBy({ lane, key }: Candidate, { unit, position }: CipherSymbol): number {
    const { family, letterOf } = this.#plan.alphabet
    const { alphabet, values, rows, follows } = family
    const distance = position - this.text.start
    if (alphabet.indexOf(unit) === -1 || distance < 0 || distance >= this.text.length) return unit
    const at = this.text.symbolAt[distance]
    const value = key[lane.places[at]]
    const letter = follows
      ? letterOf[lane.plain[at * values.length + value]]
      : rows[value * alphabet.size + this.text.letterAt[at]]
    return alphabet.letterAt(letter, unit)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    const near = (this.#lead?.cost ?? Number.NEGATIVE_INFINITY) + NEAR.cost
    let [agreeing, alike, all] = [0, 0, 0]
    this.#search.candidates.forEach((candidate, i) => {
      const weight = this.#weights[i]
      const isNear = candidate.cost <= near
      if (isNear) all++
      if ((!isNear && weight < LEAST_SAY) || this.#readingBy(candidate, symbol) !== unit) return
      agreeing += weight
      if (isNear) alike++
    })
    if (this.#isUnderPrimer(symbol)) return agreeing * GUESSED
    const { chance } = this.#plan
    const places = this.#search.soughtWith / this.#places
    const right = chance + ((nearness(places, chance) - chance) * alike) / Math.max(1, all)
    return (agreeing + this.#rest * right) * (1 - (this.#best === -1 ? 0 : missed(places)))
  }

  /** Whether nothing but the language tells a letter: of those under the primer of the best key each comes once. */
  #isUnderPrimer({ position }: CipherSymbol): boolean {
    const lead = this.#isGuessed ? this.#lead : undefined
    const at = this.text.symbolAt[position - this.text.start]
    return lead !== undefined && this.text.lettersBefore[at] < lead.lane.period
  }

  readOn(text: string): string {
    return text
  }

  possibleKeys(): PossibleKey[] {
    const keys = this.#search.candidates.map((candidate, i) => ({
      ...this.#nameOf(candidate),
      probability: this.#weights[i],
      read: this.#plan.readerOf(candidate.key, candidate.lane.over),
    }))
    return [...keys, { ...UNKNOWN, probability: this.#rest, read: (text) => text }]
  }

  forget(): void {}

  save(sections: SectionWriter): void {
    this.#search.save(sections.section('columns'))
  }

  free(): void {}
}
