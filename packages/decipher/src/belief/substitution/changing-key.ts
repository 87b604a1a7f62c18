import type { InSteps } from '../../in-steps.ts'
import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { ReadInSteps, readInSteps } from '../begun.ts'
import type { Belief } from '../belief.ts'
import { MOST_DOUBT } from '../change/constants.ts'
import { StrangeText } from '../locked/strange-text.ts'
import { Risk } from '../risk.ts'
import type { SubstitutionBelief } from './substitution-belief.ts'
import { AFTER_CHANGE, CHANGED, SPENT } from './trust-constants.ts'

const STOPS = { stops: true }

/** Another key from some place of the text on, and the odds that it is so. */
interface Successor {
  readonly belief: SubstitutionBelief
  /** Position of its first symbol. */
  readonly start: number
  odds: number
}

/**
 * A substitution whose key may change: where the text begins to read worse than chance, another key is sought from there
 * on beside the old one, and both are weighed against each other.
 */
export class ChangingKey extends ReadInSteps implements Belief {
  readonly isCertain = false
  readonly risk: Risk
  readonly #rate: number
  readonly #create: (saved?: SectionReader) => SubstitutionBelief
  #keys: SubstitutionBelief
  #successor: Successor | undefined
  readonly #strange: StrangeText
  #doubt = 0

  /** @param rate odds that a letter begins another key */
  constructor(rate: number, create: (saved?: SectionReader) => SubstitutionBelief, saved?: SectionReader) {
    super()
    this.#rate = rate
    this.#create = create
    this.#keys = create(saved)
    const reader = saved?.section('changing')
    this.risk = new Risk(reader, SPENT)
    this.#strange = new StrangeText(reader)
    if (!(reader && saved)) return
    this.#doubt = reader.float64()
    reader.demand(this.#doubt >= 0 && this.#doubt <= MOST_DOUBT)
    if (reader.uint16() === 0) return
    const [start, odds] = [reader.float64(), reader.float64()]
    reader.demand(Number.isSafeInteger(start) && start >= 0 && odds > 0 && odds <= CHANGED.most)
    this.#successor = { belief: create(saved.within('successor')), start, odds }
  }

  get doubt(): number {
    return this.#successor ? 0 : this.#doubt
  }

  protected override *readInSteps(symbol: CipherSymbol): InSteps<number> {
    const successor = this.#successor
    if (successor) return yield* this.#weigh(successor, symbol)
    const likely = yield* readInSteps(this.#keys, symbol, STOPS)
    if (this.#rate === 0 || this.#keys.isOpening) return likely
    const ratio = symbol.index === -1 ? 1 : 1 / (this.#keys.letters * likely)
    const before = this.#doubt
    if (symbol.index !== -1) this.#doubt = Math.min(MOST_DOUBT, (before + this.#rate) * ratio)
    this.#strange.read(symbol.unit, likely, ratio)
    yield* this.#seek(symbol)
    // Text by another key, found or not, has a part in how likely all of it is.
    return (likely * (1 + (this.#successor?.odds ?? this.#doubt))) / (1 + before)
  }

  /** Seeks another key where the text has become strange. */
  *#seek({ position }: CipherSymbol): InSteps<void> {
    const { found } = this.#strange
    if (!found) return
    const belief = this.#create()
    const start = position + 1 - found.units.length
    let odds = this.#rate
    for (const [at, unit] of found.units.entries()) {
      const likely = yield* readInSteps(belief, belief.symbolOf(unit, start + at), STOPS)
      odds = Math.min(CHANGED.most, (odds * likely) / found.likely[at])
      yield
    }
    this.#keys.narrow()
    this.#successor = { belief, start, odds }
    this.#strange.forget()
    this.#doubt = 0
  }

  *#weigh(successor: Successor, symbol: CipherSymbol): InSteps<number> {
    const { belief, odds } = successor
    const other = yield* readInSteps(belief, symbol, STOPS)
    if (odds === CHANGED.most) return other
    const old = yield* readInSteps(this.#keys, symbol, STOPS)
    successor.odds = Math.min(CHANGED.most, (odds * other) / old)
    if (successor.odds <= CHANGED.least) {
      belief.free()
      this.#successor = undefined
      this.#strange.forget(AFTER_CHANGE)
    }
    return (old + odds * other) / (1 + odds)
  }

  /** Probability that the key is another. */
  get #share(): number {
    const odds = this.#successor?.odds ?? 0
    return odds / (1 + odds)
  }

  get #lead(): SubstitutionBelief {
    return this.#successor && this.#successor.odds > 1 ? this.#successor.belief : this.#keys
  }

  #readerOf({ position }: CipherSymbol): SubstitutionBelief {
    const isOld = position < (this.#successor?.start ?? 0)
    return isOld ? this.#keys : this.#lead
  }

  get key(): NamedKey {
    return this.#lead.key
  }

  get probability(): number {
    const isOld = this.#lead === this.#keys
    return this.#lead.probability * (isOld ? 1 - this.#share : this.#share)
  }

  get isOpening(): boolean {
    return this.#lead.isOpening
  }

  get isSeeking(): boolean {
    return this.#lead.isSeeking
  }

  reading(symbol: CipherSymbol): number {
    return this.#readerOf(symbol).reading(symbol)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    const old = this.#keys.probabilityOf(unit, symbol)
    const successor = this.#successor
    if (!successor || symbol.position < successor.start) return old
    return (1 - this.#share) * old + this.#share * successor.belief.probabilityOf(unit, symbol)
  }

  readOn(text: string): string {
    return this.#lead.readOn(text)
  }

  conclude(): number {
    return this.#lead.conclude()
  }

  possibleKeys(): PossibleKey[] {
    const scaled = (keys: PossibleKey[], share: number): PossibleKey[] =>
      keys.map((key) => ({ ...key, probability: key.probability * share }))
    const old = scaled(this.#keys.possibleKeys(), 1 - this.#share)
    return this.#successor ? [...old, ...scaled(this.#successor.belief.possibleKeys(), this.#share)] : old
  }

  /** Drops the old key once no text waits that it reads. */
  forget(position: number): void {
    const successor = this.#successor
    if (!successor || successor.odds < CHANGED.most || position < successor.start) return
    this.#keys.free()
    this.#keys = successor.belief
    this.#successor = undefined
  }

  save(sections: SectionWriter): void {
    this.#keys.save(sections)
    const writer = sections.section('changing')
    this.risk.save(writer)
    this.#strange.save(writer)
    writer.float64(this.#doubt)
    writer.uint16(this.#successor ? 1 : 0)
    if (!this.#successor) return
    writer.float64(this.#successor.start)
    writer.float64(this.#successor.odds)
    this.#successor.belief.save(sections.within('successor'))
  }

  free(): void {
    this.#keys.free()
    this.#successor?.belief.free()
  }
}
