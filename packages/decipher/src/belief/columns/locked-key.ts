import { isLowSurrogate } from '@runnel/core'
import type { NamedKey } from '../../keys/key-family.ts'
import type { PeriodicFamily } from '../../keys/periodic-family.ts'
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
import type { ColumnPlan } from './column-plan.ts'
import { mostPeriod } from './lane.ts'

/** A key that repeats, once it has been found. */
export interface FoundKey {
  /** Value of each place. */
  readonly key: Uint8Array
  readonly over: boolean
}

/** The key that has been found, with which a language model reads on: one step a symbol. */
export class LockedKey implements Belief {
  readonly isOpening = false
  readonly isCertain = true
  readonly probability = 1
  readonly #plan: ColumnPlan
  readonly #search: SearchPlan
  readonly #found: FoundKey
  readonly key: NamedKey
  /** Values of the places as they are now: those of an autokey become letters of the text. */
  readonly #values: Uint8Array
  #place = 0
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

  constructor(plan: ColumnPlan, search: SearchPlan, found: FoundKey, saved?: SectionReader) {
    this.#plan = plan
    this.#search = search
    this.#found = found
    this.#values = found.key.slice()
    this.key = plan.nameOf(found.key, found.over)
    const reader = saved?.section('locked')
    if (!reader) return
    const { model } = search
    const count = plan.alphabet.family.alphabet.size
    this.#values = this.#values.map(() => reader.uint16())
    this.#place = reader.uint16()
    this.#doubt = reader.float64()
    const own = this.#reader
    own.noisy = reader.float64()
    own.foreign = reader.float64()
    own.id = reader.uint16()
    reader.demand(own.noisy > 0 && own.foreign > 0 && own.noisy + own.foreign < 1)
    reader.demand(this.#values.every((value) => value < count) && this.#place < found.key.length)
    reader.demand(own.id < model.tokenizer.vocabulary && this.#doubt >= 0 && this.#doubt <= MOST_DOUBT)
    if (reader.uint16() === 1) own.state = model.loadState(reader.floats(model.stateLength))
    this.#start = reader.float64()
    const length = reader.int32()
    reader.demand(Number.isSafeInteger(this.#start) && this.#start >= 0 && length >= 0)
    for (let i = 0; i < length; i++) this.#read.push(reader.uint16())
  }

  get doubt(): number {
    return this.#doubt
  }

  read({ unit, position }: CipherSymbol): number {
    if (this.#read.length === 0) this.#start = position
    const isLetter = this.#plan.alphabet.family.alphabet.indexOf(unit) !== -1
    const plain = this.#next(unit)
    this.#read.push(plain)
    const id = this.#plan.alphabet.idOf(plain)
    if (id === 0) return 1
    const reader = this.#reader
    const table = expectNext(this.#search, reader)
    reader.id = id
    const { likely, sharp } = foretell(this.#search, reader, { table, share: 1, weight: 1 })
    const { changeRate, chance } = this.#search
    if (isLetter && changeRate > 0) {
      this.#doubt = Math.min(MOST_DOUBT, ((this.#doubt + changeRate) * chance) / sharp)
    }
    return likely
  }

  /** The plaintext of the unit that comes next. Moves the key on. */
  #next(unit: number): number {
    const { family } = this.#plan.alphabet
    const { alphabet, rows, follows } = family
    const letter = alphabet.indexOf(unit)
    const place = this.#place
    if (letter !== -1 || (this.#found.over && !isLowSurrogate(unit))) {
      this.#place = (place + 1) % this.#values.length
    }
    if (letter === -1) return unit
    const read = rows[this.#values[place] * alphabet.size + letter]
    if (follows) this.#values[place] = follows === 'plaintext' ? read : letter
    return alphabet.letterAt(read, unit)
  }

  reading({ unit, position }: CipherSymbol): number {
    return this.#read[position - this.#start] ?? unit
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    return this.reading(symbol) === unit ? 1 : 0
  }

  readOn(text: string): string {
    let plaintext = ''
    for (let i = 0; i < text.length; i++) plaintext += String.fromCharCode(this.#next(text.charCodeAt(i)))
    return plaintext
  }

  possibleKeys(): PossibleKey[] {
    const { key, over } = this.#found
    return [{ ...this.key, probability: 1, read: this.#plan.readerOf(key, over) }]
  }

  forget(position: number): void {
    if (position <= this.#start) return
    this.#read = this.#read.slice(position - this.#start)
    this.#start = position
  }

  save(sections: SectionWriter): void {
    const writer = sections.section('locked')
    const { noisy, foreign, id, state } = this.#reader
    for (const value of this.#values) writer.uint16(value)
    writer.uint16(this.#place)
    writer.float64(this.#doubt)
    writer.float64(noisy)
    writer.float64(foreign)
    writer.uint16(id)
    writer.uint16(state ? 1 : 0)
    if (state) writer.floats(this.#search.model.saveState(state))
    writer.float64(this.#start)
    writer.int32(this.#read.length)
    for (const unit of this.#read) writer.uint16(unit)
  }

  free(): void {
    this.#reader.state?.free()
  }
}

/** The key that a snapshot says was found. @throws SnapshotFormatError */
export const readFound = (saved: SectionReader, family: PeriodicFamily): FoundKey => {
  const reader = saved.section('found')
  const over = reader.uint16() === 1
  const period = reader.uint16()
  reader.demand(period > 0 && period <= mostPeriod(family))
  const key = new Uint8Array(period).map(() => reader.uint16())
  reader.demand(key.every((value) => value < family.values.length))
  return { key, over }
}

/** Writes it down. */
export const saveFound = ({ key, over }: FoundKey, sections: SectionWriter): void => {
  const writer = sections.section('found')
  writer.uint16(over ? 1 : 0)
  writer.uint16(key.length)
  for (const value of key) writer.uint16(value)
}
