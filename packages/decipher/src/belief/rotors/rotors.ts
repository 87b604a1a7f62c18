import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import { UNKNOWN } from '../../keys/unknown.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { powerOf } from '../columns/powers.ts'
import { WINDOW } from '../locked/constants.ts'
import type { KeySought } from '../locked/key-sought.ts'
import type { SoughtText } from '../locked/sought-text.ts'
import { CERTAIN, OPENING, TOLD, UNFOUND } from './constants.ts'
import type { RotorCandidate } from './rotor-candidate.ts'
import type { RotorPlan } from './rotor-plan.ts'
import { RotorSearch } from './rotor-search.ts'

/** Probability of any letter under a key that is not known. */
const CHANCE = 1 / 26

/**
 * The belief about the start of a rotor machine, while it is sought: the starts that are left, and the possibility that the
 * key is none of them, under which any letter is as likely as another.
 */
export class Rotors implements KeySought<number> {
  readonly doubt = 0
  readonly isCertain = false
  readonly #plan: RotorPlan
  readonly #search: RotorSearch
  /** Weights of the candidates; with those of other starts and of none of them they sum to 1. */
  #weights: number[] = []
  /** All weights together, as a cost and a factor. */
  #least: number = UNFOUND.prior
  #sum = 1
  /** The likeliest start, unless it lies too far behind text without a key. */
  #lead: RotorCandidate | undefined
  #leadWeight = 0
  /** Weight of the starts that are no candidates yet. */
  #others = 0

  constructor(plan: RotorPlan, saved?: SectionReader) {
    this.#plan = plan
    this.#search = new RotorSearch(plan, saved?.section('rotors'))
    if (this.text.symbols > 0) this.#weigh()
  }

  get text(): SoughtText {
    return this.#search.text
  }

  read(symbol: CipherSymbol): number {
    if (this.text.length === 0) this.text.start = symbol.position
    if (!this.#search.read(symbol.unit)) return 1
    const [least, sum] = [this.#least, this.#sum]
    this.#weigh()
    return (powerOf(this.#least - least) * this.#sum) / sum
  }

  #weigh(): void {
    const { candidates, unfound: rest, least, sum } = this.#search
    this.#least = Math.min(least, rest)
    const starts = powerOf(least - this.#least) * sum
    this.#sum = starts + powerOf(rest - this.#least)
    this.#weights = candidates.map(({ cost }) => powerOf(cost - this.#least) / this.#sum)
    this.#others = Math.max(
      0,
      starts / this.#sum - this.#weights.reduce((total, weight) => total + weight, 0),
    )
    let best = 0
    this.#weights.forEach((weight, i) => {
      if (weight > this.#weights[best]) best = i
    })
    this.#lead = least <= rest + TOLD ? candidates[best] : undefined
    this.#leadWeight = this.#weights[best]
  }

  /** Weight of text that no start explains. */
  get #rest(): number {
    return powerOf(this.#search.unfound - this.#least) / this.#sum
  }

  get found(): number | undefined {
    const isCertain = this.text.letters >= CERTAIN.letters && 1 - this.#leadWeight <= CERTAIN.rest
    return isCertain || this.text.length === WINDOW ? this.#lead?.start : undefined
  }

  get key(): NamedKey {
    return this.#lead?.named ?? UNKNOWN
  }

  get probability(): number {
    return this.#lead ? this.#leadWeight : this.#rest
  }

  get isOpening(): boolean {
    return this.text.letters < OPENING
  }

  reading({ unit, position }: CipherSymbol): number {
    return this.#lead?.plain[position - this.text.start] ?? unit
  }

  /** Starts that are no candidates read any letter. */
  probabilityOf(unit: number, { position }: CipherSymbol): number {
    let agreeing = (this.#rest + this.#others) * CHANCE
    this.#search.candidates.forEach(({ plain }, i) => {
      if (plain[position - this.text.start] === unit) agreeing += this.#weights[i]
    })
    return agreeing
  }

  readOn(text: string): string {
    return text
  }

  possibleKeys(): PossibleKey[] {
    const { cipher } = this.#plan
    const keys = this.#search.candidates.map(({ start, named }, i) => ({
      ...named,
      probability: this.#weights[i],
      read: (text: string) => cipher.decrypt(text, this.#plan.keyOf(start)),
    }))
    return [...keys, { ...UNKNOWN, probability: this.#rest + this.#others, read: (text) => text }]
  }

  forget(): void {}

  save(sections: SectionWriter): void {
    this.#search.save(sections.section('rotors'))
  }

  free(): void {}
}
