import { createRandom, type Random, type RandomState } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { anneal } from './anneal.ts'
import {
  BUDGETS,
  DEPTH,
  FIRST_ANNEALED,
  FIRST_TEMPERED,
  HELD,
  KEYS_A_STEP,
  LADDER,
  LAST_ANNEALED,
  LETTERS,
  LONG_PACE,
  LONG_TEXT,
  MOST_SYMBOLS,
  SLOW_PACE,
  SPACE,
  SWAPS_A_STEP,
  TURN_SHARE,
  USUAL_WIDTH,
  WINDOW,
} from './constants.ts'
import { copyKey } from './copy-key.ts'
import { fitKeys } from './fit-keys.ts'
import { HeldLetters } from './held-letters.ts'
import { allowedFor } from './known-letters.ts'
import type { Layout } from './layout.ts'
import { PartialKeys } from './partial-keys.ts'
import { Replica } from './replica.ts'
import { restoreKeys, saveKeys } from './save-keys.ts'
import { restoreSymbols, saveSymbols } from './save-symbols.ts'
import type { SearchTable } from './search-table.ts'
import { SlotText } from './slot-text.ts'
import { Tempering } from './tempering.ts'
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
  readonly slots: Int8Array = new Int8Array(LETTERS).fill(-1)
  readonly #table: SearchTable
  /** The beginning of the text, as far as keys are repaired in it. */
  readonly text: SlotText = new SlotText()
  readonly #tempering: Tempering
  readonly #repaired: Replica
  readonly #key = new Uint8Array(LETTERS)
  /** Slots of the latest symbols. */
  readonly #recent = new Uint8Array(DEPTH).fill(SPACE)
  #random: Random = createRandom(1)
  #letters = 0
  readonly held: HeldLetters

  constructor(table: SearchTable, layout: Layout, saved?: ByteReader) {
    this.#table = table
    this.held = new HeldLetters(saved)
    this.layout = layout
    const costs = table.costs[layout]
    this.keys = new PartialKeys(table.width, costs)
    this.#repaired = new Replica(costs, this.text, table.known.fixed)
    this.#tempering = new Tempering(table, layout, this.text)
    if (saved) this.#restore(saved)
  }

  /** Letters read. */
  get letters(): number {
    return this.#letters
  }

  /** Reads a ciphertext letter, or a space. */
  read(symbol: number): void {
    const isNew = symbol !== SPACE && this.slots[symbol] === -1
    if (isNew) this.#admit(symbol, this.keys.slots)
    const slot = symbol === SPACE ? SPACE : this.slots[symbol]
    if (slot !== SPACE) this.#letters++
    this.#recent.copyWithin(0, 1)
    this.#recent[DEPTH - 1] = slot
    const grows = this.#grow(slot)
    this.#table.work.steps += (this.keys.count * (isNew ? LETTERS : 1)) / KEYS_A_STEP
    if (isNew) this.keys.branch(this.text.allowed[slot])
    else this.keys.read(slot)
    if (slot === SPACE) return
    if (grows) this.#repair()
    fitKeys(this.keys)
    const [keys, best] = [this.keys, this.keys.best]
    this.held.note(keys.slots, (slot) => keys.letterOf(best, slot))
  }

  #admit(letter: number, slot: number): void {
    this.slots[letter] = slot
    this.text.allowed[slot] = allowedFor(this.#table.known, letter)
    this.#tempering.admit(slot)
  }

  /** Takes a symbol into the text that keys are repaired in, while there is room. */
  #grow(slot: number): boolean {
    if (this.#letters > WINDOW || this.text.length >= MOST_SYMBOLS) return false
    this.text.push(slot)
    return true
  }

  #repair(): void {
    const { keys } = this
    const random = this.#random
    const letters = this.#letters
    const isSettled = this.#isSettled
    const pace = isSettled ? SLOW_PACE : letters > LONG_TEXT ? LONG_PACE : 1
    if (letters % pace !== 0) return
    this.#descend(keys.best)
    if (keys.count > 1) this.#descend(random.integer(keys.count))
    if (letters < FIRST_TEMPERED) return
    const { work } = this.#table
    const { rounds, swaps, turnEvery, lastTurn, annealEvery, annealed } = BUDGETS[this.layout]
    work.steps += (rounds * swaps * LADDER.length) / SWAPS_A_STEP
    this.#tempering.run(keys, random)
    if (letters % annealEvery === 0 && letters >= FIRST_ANNEALED && !isSettled) this.#anneal(annealed)
    if (letters % turnEvery !== 0 || letters > lastTurn || isSettled) return
    work.steps += (keys.width * TURN_SHARE * letters) / KEYS_A_STEP
    this.#table.turned[this.layout].run(this.text, letters / turnEvery, (key) => {
      this.#improve(key)
    })
  }

  /** Whether the best key has long been the same. */
  get #isSettled(): boolean {
    return this.held.all >= HELD && lackingIn(this) <= HELD
  }

  /** Seeks keys once more where the text ends. @returns whether it had reason to */
  conclude(): boolean {
    const isWhole = this.#letters <= WINDOW && this.text.length < MOST_SYMBOLS
    const hasReason = isWhole && this.#letters >= FIRST_TEMPERED && !this.#isSettled
    for (let i = 0; hasReason && i < LAST_ANNEALED; i++) this.#anneal(BUDGETS[this.layout].annealed)
    return hasReason
  }

  /** Takes in the key that annealing finds. @param most swaps that a search of the usual width tries */
  #anneal(most: number): void {
    const { keys } = this
    const swaps = Math.ceil((most * keys.width) / USUAL_WIDTH)
    this.#table.work.steps += swaps / SWAPS_A_STEP
    const found = this.#repaired
    copyKey(keys, keys.best, this.#key)
    found.take(this.#key)
    const { allowances } = this.#table
    anneal(found, { seen: keys.slots, letters: this.#letters, swaps }, { allowances, random: this.#random })
    keys.insert(found.key, found.context, found.cost)
  }

  #descend(key: number): void {
    copyKey(this.keys, key, this.#key)
    this.#improve(this.#key)
  }

  /** Takes in the key that exchanges make of a key. */
  #improve(from: Uint8Array): void {
    const repaired = this.#repaired
    repaired.take(from)
    repaired.descend(this.keys.slots)
    this.keys.insert(repaired.key, repaired.context, repaired.cost)
  }

  save(writer: ByteWriter): void {
    this.held.save(writer)
    writer.float64(this.#letters)
    for (const number of this.#random.save()) writer.int32(number)
    const keys = this.#tempering.keys
    const text = this.text.slots.subarray(0, this.text.length)
    for (const list of [this.slots.map((slot) => slot + 1), this.#recent]) saveSymbols(list, writer)
    writer.uint16(text.length)
    saveSymbols(text, writer)
    saveKeys(this.keys, writer)
    writer.uint16(keys.length)
    for (const key of keys) saveSymbols(key, writer)
  }

  #restore(reader: ByteReader): void {
    this.#letters = reader.float64()
    const random: RandomState = [reader.int32(), reader.int32(), reader.int32(), reader.int32()]
    this.#random = createRandom(random)
    restoreSymbols(reader, LETTERS).forEach((slot, letter) => {
      if (slot > 0) this.#admit(letter, slot - 1)
    })
    this.#recent.set(restoreSymbols(reader, DEPTH))
    const length = reader.uint16()
    reader.demand(length <= MOST_SYMBOLS)
    for (const slot of restoreSymbols(reader, length)) this.text.push(slot)
    restoreKeys(this.keys, reader, this.#recent)
    const keys = Array.from({ length: reader.uint16() }, () =>
      Uint8Array.from(restoreSymbols(reader, LETTERS)),
    )
    this.#tempering.resume(keys)
  }
}
