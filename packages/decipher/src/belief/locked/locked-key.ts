import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { LanguageState } from '../../language/language-model.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import type { Belief } from '../belief.ts'
import { MOST_DOUBT } from '../change/constants.ts'
import { type Blur, startBlur } from '../hypothesis/blur.ts'
import { expectNext } from '../hypothesis/expect-next.ts'
import { foretell } from '../hypothesis/foretell.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import type { KeyInUse } from './key-in-use.ts'

/** All that a key is read on with: a language model, and what its symbols are. */
export interface LockedPlan {
  readonly search: SearchPlan
  /** Token id of a unit, or 0 for what is no symbol. */
  idOf(unit: number): number
}

/** The key that has been found, with which a language model reads on: one step a symbol. */
export class LockedKey implements Belief {
  readonly isOpening = false
  readonly isCertain = true
  readonly probability = 1
  readonly #plan: LockedPlan
  readonly #use: KeyInUse
  /** The place that the language model has come to in the text. */
  readonly #reader: Blur & { state: LanguageState | undefined; id: number; at: number } = {
    state: undefined,
    id: 0,
    at: 0,
    ...startBlur,
  }
  #doubt = 0
  /** Text that is not settled, as it is read, and where it starts. */
  #read: number[] = []
  #start = 0

  /** @param createUse takes the key up where a snapshot left it, or at the start of the text */
  constructor(plan: LockedPlan, createUse: (saved?: SectionReader) => KeyInUse, saved?: SectionReader) {
    this.#plan = plan
    this.#use = createUse(saved)
    const reader = saved?.section('locked')
    if (!reader) return
    const { model } = plan.search
    this.#doubt = reader.float64()
    const own = this.#reader
    own.noisy = reader.float64()
    own.foreign = reader.float64()
    own.id = reader.uint16()
    reader.demand(own.noisy > 0 && own.foreign > 0 && own.noisy + own.foreign < 1)
    reader.demand(own.id < model.tokenizer.vocabulary && this.#doubt >= 0 && this.#doubt <= MOST_DOUBT)
    if (reader.uint16() === 1) own.state = model.loadState(reader.floats(model.stateLength))
    this.#start = reader.float64()
    const length = reader.int32()
    reader.demand(Number.isSafeInteger(this.#start) && this.#start >= 0 && length >= 0)
    for (let i = 0; i < length; i++) this.#read.push(reader.uint16())
  }

  get key(): NamedKey {
    return this.#use.named
  }

  get doubt(): number {
    return this.#doubt
  }

  read({ unit, position }: CipherSymbol): number {
    if (this.#read.length === 0) this.#start = position
    const { search, idOf } = this.#plan
    const isLetter = search.family.alphabet.indexOf(unit) !== -1
    const plain = this.#use.next(unit)
    this.#read.push(plain)
    const id = idOf(plain)
    if (id === 0) return 1
    const reader = this.#reader
    const table = expectNext(search, reader)
    reader.id = id
    const { likely, sharp } = foretell(search, reader, { table, share: 1, weight: 1 })
    const { changeRate, chance } = search
    if (isLetter && changeRate > 0) {
      this.#doubt = Math.min(MOST_DOUBT, ((this.#doubt + changeRate) * chance) / sharp)
    }
    return likely
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
    return [{ ...this.key, probability: 1, read: this.#use.read }]
  }

  forget(position: number): void {
    if (position <= this.#start) return
    this.#read = this.#read.slice(position - this.#start)
    this.#start = position
  }

  save(sections: SectionWriter): void {
    this.#use.save(sections.section('in-use'))
    const writer = sections.section('locked')
    const { noisy, foreign, id, state } = this.#reader
    writer.float64(this.#doubt)
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
