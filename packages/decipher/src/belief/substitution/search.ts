import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import {
  CIPHER_SYMBOLS,
  FIRST_TEMPERED,
  HELD,
  KEYS_A_STEP,
  LAST_ANNEALED,
  MOST_DEPTH,
  MOST_SYMBOLS,
  SPACE,
  USUAL_WIDTH,
  WIDE_LETTERS,
  WINDOW,
} from './constants.ts'
import { fitKeys } from './fit-keys.ts'
import { HeldLetters } from './held-letters.ts'
import { allowedFor } from './known-letters.ts'
import type { Layout } from './layout.ts'
import { PartialKeys } from './partial-keys.ts'
import { Repairs } from './repairs.ts'
import { restoreKeys, saveKeys } from './save-keys.ts'
import { readSymbols, readText, writeSymbols, writeText } from './save-symbols.ts'
import type { SearchTable } from './search-table.ts'
import { SlotText } from './slot-text.ts'
import { lackingIn } from './trust.ts'

/**
 * A search for the substitution that a text is written with: a beam over partial keys in the order of the text, whose keys
 * are repaired by exchanges of two letters, by parallel tempering, and by beams from other places of the text. Its budget
 * counts steps a letter; the seed of its random numbers is always the same.
 */
export class SubstitutionSearch {
  readonly layout: Layout
  readonly keys: PartialKeys
  /** Slot of each ciphertext letter, in the order in which they first came; -1 before. */
  readonly slots: Int8Array = new Int8Array(CIPHER_SYMBOLS).fill(-1)
  readonly #table: SearchTable
  /** The beginning of the text, as far as keys are repaired in it. */
  readonly text: SlotText
  readonly #repairs: Repairs
  /** Slots of the latest symbols. */
  readonly #recent = new Uint8Array(MOST_DEPTH).fill(SPACE)
  #letters = 0
  readonly held: HeldLetters

  constructor(table: SearchTable, layout: Layout, saved?: ByteReader) {
    this.#table = table
    const isText = saved?.uint16() === 1
    this.held = new HeldLetters(isText ? undefined : saved)
    this.layout = layout
    const costs = table.costs[layout]
    this.text = new SlotText(costs.depth)
    this.keys = new PartialKeys(table.width, costs)
    this.#repairs = new Repairs(table, layout, this)
    if (this.#isWide && saved && !isText) this.keys.narrow(USUAL_WIDTH)
    if (saved && isText) for (const symbol of readText(saved, this.#isWide)) this.read(symbol)
    else if (saved) this.#restore(saved)
  }

  /** Letters read. */
  get letters(): number {
    return this.#letters
  }

  /** Whether it holds more keys than a snapshot takes. */
  get #isWide(): boolean {
    return this.keys.width > USUAL_WIDTH
  }

  /** Whether a symbol is one more than there are letters to be read. */
  isTooMany(symbol: number): boolean {
    return symbol !== SPACE && this.keys.slots === this.keys.letters && this.slots[symbol] === -1
  }

  /** Reads a ciphertext letter, or a space. */
  read(symbol: number): void {
    const isNew = symbol !== SPACE && this.slots[symbol] === -1
    if (isNew) this.#admit(symbol, this.keys.slots)
    const slot = symbol === SPACE ? SPACE : this.slots[symbol]
    if (slot !== SPACE) this.#letters++
    this.#recent.copyWithin(0, 1)
    this.#recent[MOST_DEPTH - 1] = slot
    const grows = this.#grow(slot)
    const { work } = this.#table
    work.steps += (this.keys.count * (isNew ? this.keys.letters : 1)) / KEYS_A_STEP
    if (isNew) this.keys.branch(this.text.allowed[slot])
    else this.keys.read(slot)
    if (slot === SPACE) return
    if (grows) this.#repairs.run(this.#letters, this.#isSettled)
    if (this.#isWide && this.#letters === WIDE_LETTERS) this.keys.narrow(USUAL_WIDTH)
    if (!this.#isWide) fitKeys(this.keys)
    const { keys } = this
    const { best } = keys
    this.held.note(keys.slots, (slot) => keys.letterOf(best, slot))
  }

  #admit(letter: number, slot: number): void {
    this.slots[letter] = slot
    this.text.allowed[slot] = allowedFor(this.#table.known, { letter, of: this.keys.letters })
    this.#repairs.admit(slot)
  }

  /** Takes a symbol into the text that keys are repaired in, while there is room. */
  #grow(slot: number): boolean {
    if (this.#letters > WINDOW || this.text.length >= MOST_SYMBOLS) return false
    this.text.push(slot)
    return true
  }

  /** Whether the best key has long been the same: where the text is dear, for longer. */
  get #isSettled(): boolean {
    return this.held.all >= HELD + 2 * Math.max(0, lackingIn(this) - HELD)
  }

  /** Seeks keys once more where the text ends. @returns whether it had reason to */
  conclude(): boolean {
    const isWhole = this.#letters <= WINDOW && this.text.length < MOST_SYMBOLS
    const isFound = this.held.all >= HELD && lackingIn(this) <= HELD
    if (isFound || !isWhole || this.#letters < FIRST_TEMPERED) return false
    if (this.#isWide) this.keys.narrow(USUAL_WIDTH)
    for (let i = 0; i < LAST_ANNEALED; i++) this.#repairs.anneal(this.#letters)
    fitKeys(this.keys)
    return true
  }

  /** Writes what the search needs to go on: while it is wide, the text alone, which is read again. */
  save(writer: ByteWriter): void {
    writer.uint16(this.#isWide ? 1 : 0)
    if (this.#isWide) {
      writeText(writer, this.text, this.slots)
      return
    }
    this.held.save(writer)
    writer.float64(this.#letters)
    const text = this.text.slots.subarray(0, this.text.length)
    for (const list of [this.slots.map((slot) => slot + 1), this.#recent]) writeSymbols(writer, list)
    writer.uint16(text.length)
    writeSymbols(writer, text)
    saveKeys(this.keys, writer)
    this.#repairs.save(writer)
  }

  #restore(reader: ByteReader): void {
    this.#letters = reader.float64()
    readSymbols(reader, CIPHER_SYMBOLS).forEach((slot, letter) => {
      if (slot > 0) this.#admit(letter, slot - 1)
    })
    this.#recent.set(readSymbols(reader, MOST_DEPTH))
    const length = reader.uint16()
    reader.demand(length <= MOST_SYMBOLS)
    for (const slot of readSymbols(reader, length)) this.text.push(slot)
    restoreKeys(this.keys, reader, this.#recent)
    this.#repairs.restore(reader)
  }
}
