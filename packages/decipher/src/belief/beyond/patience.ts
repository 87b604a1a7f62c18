import type { Alphabet } from '@runnel/core'
import type { InSteps } from '../../in-steps.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { Begun } from '../begun.ts'
import { MOST_BEGINNING, UNEVEN, WAITS } from './constants.ts'

/** Has keys read a symbol, in steps. */
export type ReadOne = (symbol: CipherSymbol) => InSteps<number>

/**
 * Text that a search waits with, from where it was woken, until it shows that some letters come more often than others, as they
 * do where each stands for one of a language: from so many letters on, and up to a few times as many.
 */
export class Patience {
  readonly #alphabet: Alphabet
  readonly #after: number
  /** UTF-16 units from the start of the stream. */
  #start = 0
  readonly #units: number[] = []
  #letters = 0
  /** Times that each letter has come, and ordered pairs of places with the same letter. */
  readonly #counts: Uint16Array
  #pairs = 0
  #isWaiting = true
  readonly #begun = new Begun<number>()
  /** Whether the text has not shown it. */
  isDeclined = false

  /** @param after letters */
  constructor(after: number, alphabet: Alphabet, saved?: ByteReader) {
    this.#after = after
    this.#alphabet = alphabet
    this.#counts = new Uint16Array(alphabet.size)
    if (!saved) return
    const state = saved.uint16()
    this.#isWaiting = state === 0
    this.isDeclined = state === 2
    this.#start = saved.float64()
    const length = saved.uint16()
    saved.demand(Number.isSafeInteger(this.#start) && this.#start >= 0 && length < MOST_BEGINNING)
    for (let i = 0; i < length; i++) this.#add(saved.uint16())
    saved.demand(state <= 2 && !(this.#isWaiting && this.#isOver))
  }

  /** Whether it takes symbols in, or has begun to take one. */
  get holds(): boolean {
    return this.#isWaiting || this.#begun.isOpen
  }

  /** Takes in a symbol; with the last one keys read all of it, where it may be text of theirs. @returns its probability, 1 before */
  read(symbol: CipherSymbol, readOne: ReadOne): number {
    return this.#begun.take(() => this.#read(symbol, readOne))
  }

  /** The same in steps, before `read`. */
  begin(symbol: CipherSymbol, readOne: ReadOne): InSteps<void> {
    return this.#begun.begin(this.#read(symbol, readOne))
  }

  *#read({ unit, position }: CipherSymbol, readOne: ReadOne): InSteps<number> {
    if (this.#units.length === 0) this.#start = position
    this.#add(unit)
    if (!this.#isOver) return 1
    this.#isWaiting = false
    this.isDeclined = !this.#isUneven
    const units = this.#units.splice(0)
    let likely = 1
    if (this.isDeclined) return likely
    for (const [at, one] of units.entries()) {
      likely = yield* readOne({ unit: one, index: -1, position: this.#start + at })
      yield
    }
    return likely
  }

  #add(unit: number): void {
    this.#units.push(unit)
    const letter = this.#alphabet.indexOf(unit)
    if (letter === -1) return
    this.#letters++
    this.#pairs += 2 * this.#counts[letter]++
  }

  /** Whether the text shows it, by the index of coincidence. */
  get #isUneven(): boolean {
    const letters = this.#letters
    return letters >= this.#after && this.#pairs >= UNEVEN * letters * (letters - 1)
  }

  /** Whether there is nothing more to wait for. */
  get #isOver(): boolean {
    const isLong = this.#letters >= WAITS * this.#after || this.#units.length >= MOST_BEGINNING
    return isLong || this.#isUneven
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#isWaiting ? 0 : this.isDeclined ? 2 : 1)
    writer.float64(this.#start)
    writer.uint16(this.#units.length)
    for (const unit of this.#units) writer.uint16(unit)
  }
}
