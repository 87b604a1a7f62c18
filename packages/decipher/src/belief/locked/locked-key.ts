import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { LanguageState } from '../../language/language-model.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import type { Belief } from '../belief.ts'
import { MOST_DOUBT } from '../change/constants.ts'
import { doubtAfter } from '../change/doubt.ts'
import { Place } from '../change/place.ts'
import { type Blur, startBlur } from '../hypothesis/blur.ts'
import { expectNext } from '../hypothesis/expect-next.ts'
import { foretell } from '../hypothesis/foretell.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { STRANGE, WARM } from './constants.ts'
import type { KeyInUse } from './key-in-use.ts'
import { type Slip, SlipWatch, type SymbolCosts } from './slip-watch.ts'
import { StrangeText, surprise } from './strange-text.ts'

/** All that a key is read on with: a language model, and what its symbols are. */
export interface LockedPlan {
  readonly search: SearchPlan
  /** Token id of a unit, or 0 for what is no symbol. */
  idOf(unit: number): number
  /** Costs of symbols in text that has spaces, or none: what slips of a key with places are found by. */
  costs(spaced: boolean): SymbolCosts
}

/** Where a language model stands before it reads. */
const atStart = { state: undefined, id: 0, at: 0, ...startBlur }

/** The key that has been found, with which a language model reads on: one step a symbol. */
export class LockedKey implements Belief {
  readonly isOpening = false
  readonly isCertain = true
  readonly probability: number
  readonly #plan: LockedPlan
  readonly #use: KeyInUse
  readonly #slips: SlipWatch | undefined
  readonly #strange: StrangeText
  /** The place that the language model has come to in the text. */
  readonly #reader: Blur & { state: LanguageState | undefined; id: number; at: number } = { ...atStart }
  doubt = 0
  readonly #place: Place
  /** Text that is not settled, as it is read, and where it starts. */
  #read: number[] = []
  #start = 0

  /** @param createUse takes the key up where a snapshot left it, or at the start of the text */
  constructor(plan: LockedPlan, createUse: (saved?: SectionReader) => KeyInUse, saved?: SectionReader) {
    this.#plan = plan
    this.#use = createUse(saved)
    this.probability = this.#use.probability ?? 1
    const { turns } = this.#use
    this.#slips = turns && new SlipWatch(turns, plan.costs, saved?.section('slips'))
    this.#strange = new StrangeText(saved?.section('strange'))
    const reader = saved?.section('locked')
    this.#place = new Place(reader)
    if (!reader) return
    const { model } = plan.search
    this.doubt = reader.float64()
    const own = this.#reader
    own.noisy = reader.float64()
    own.foreign = reader.float64()
    own.id = reader.uint16()
    reader.demand(own.noisy > 0 && own.foreign > 0 && own.noisy + own.foreign < 1)
    reader.demand(own.id < model.tokenizer.vocabulary && this.doubt >= 0 && this.doubt <= MOST_DOUBT)
    if (reader.uint16() === 1) own.state = model.loadState(reader.floats(model.stateLength))
    this.#start = reader.float64()
    const length = reader.int32()
    reader.demand(Number.isSafeInteger(this.#start) && this.#start >= 0 && length >= 0)
    for (let i = 0; i < length; i++) this.#read.push(reader.uint16())
  }

  get key(): NamedKey {
    return this.#use.named
  }

  read({ unit, position }: CipherSymbol): number {
    if (this.#read.length === 0) this.#start = position
    const slip = this.#slips?.read(unit, this.#isLetter(unit))
    return slip ? this.#mend(slip, position) : this.#take(unit)
  }

  /** Reads a unit by the key. @returns its probability */
  #take(unit: number): number {
    const { search, idOf } = this.#plan
    const plain = this.#use.next(unit)
    this.#read.push(plain)
    const id = idOf(plain)
    if (id === 0) {
      this.#strange.read(unit, 1, 1)
      return 1
    }
    const reader = this.#reader
    const table = expectNext(search, reader)
    reader.id = id
    const foretold = foretell(search, reader, { table, share: 1, weight: 1 })
    const isLetter = this.#isLetter(unit)
    this.#strange.read(unit, foretold.likely, isLetter ? search.chance / foretold.sharp : 1)
    if (isLetter && search.changeRate > 0) {
      this.doubt = doubtAfter(search, this.doubt, foretold, this.#place.factor)
    }
    this.#place.pass(unit, isLetter)
    return foretold.likely
  }

  #isLetter(unit: number): boolean {
    return this.#plan.search.family.alphabet.indexOf(unit) !== -1
  }

  /** Reads the text since a slip again, up to a position. @returns the probability of the symbol there */
  #mend({ place, units, before }: Slip, position: number): number {
    const reader = this.#reader
    reader.state?.free()
    Object.assign(reader, atStart)
    for (const id of before.slice(-WARM)) {
      expectNext(this.#plan.search, reader)
      reader.id = id
    }
    if (this.#use.turns) this.#use.turns.place = place
    const first = position + 1 - units.length
    // What is settled stays as it was read.
    const settled = Math.max(0, this.#start - first)
    this.#read.length = Math.max(0, first - this.#start)
    this.doubt = 0
    this.#strange.forget()
    let likely = 1
    for (const unit of units) {
      this.#slips?.read(unit, this.#isLetter(unit))
      likely = this.#take(unit)
    }
    this.#read.splice(0, settled)
    return likely
  }

  /** The latest text that it reads worse than chance would, if there is enough of it to seek another key. */
  get strange(): StrangeText['found'] {
    const { found } = this.#strange
    const chanceOf = (unit: number): number => (this.#isLetter(unit) ? this.#plan.search.chance : 0)
    return found && surprise(found, chanceOf) >= STRANGE.blurred ? found : undefined
  }

  /** Holds nothing for strange for so many symbols. */
  trust(symbols: number): void {
    this.#strange.forget(symbols)
  }

  /** Comes after another key, which has read the text up to a position. */
  follow(earlier: LockedKey, until: number): void {
    this.#start = earlier.#start
    this.#read = earlier.#read.slice(0, Math.max(0, until - earlier.#start))
  }

  reading({ unit, position }: CipherSymbol): number {
    return this.#read[position - this.#start] ?? unit
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    return this.reading(symbol) === unit ? 1 : 0
  }

  readOn(text: string): string {
    let plaintext = ''
    for (let i = 0; i < text.length; i++) plaintext += String.fromCharCode(this.#use.next(text.charCodeAt(i)))
    return plaintext
  }

  possibleKeys(): PossibleKey[] {
    return [{ ...this.key, probability: this.probability, read: this.#use.read }]
  }

  forget(position: number): void {
    if (position <= this.#start) return
    this.#read = this.#read.slice(position - this.#start)
    this.#start = position
  }

  save(sections: SectionWriter): void {
    this.#use.save(sections.section('in-use'))
    this.#strange.save(sections.section('strange'))
    this.#slips?.save(sections.section('slips'))
    const writer = sections.section('locked')
    const { noisy, foreign, id, state } = this.#reader
    this.#place.save(writer)
    writer.float64(this.doubt)
    writer.float64(noisy)
    writer.float64(foreign)
    writer.uint16(id)
    writer.uint16(state ? 1 : 0)
    if (state) writer.floats(this.#plan.search.model.saveState(state))
    writer.float64(this.#start)
    writer.int32(this.#read.length)
    for (const unit of this.#read) writer.uint16(unit)
  }

  free(): void {
    this.#reader.state?.free()
  }
}
