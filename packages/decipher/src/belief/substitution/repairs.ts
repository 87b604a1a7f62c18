import { createRandom, type RandomState } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { BUDGETS } from './budgets.ts'
import {
  FIRST_ANNEALED,
  FIRST_TEMPERED,
  KEYS_A_STEP,
  LADDER,
  LONG_PACE,
  LONG_TEXT,
  MOST_LETTERS,
  SLOW_PACE,
  SWAPS_A_STEP,
  TURN_SHARE,
  USUAL_WIDTH,
} from './constants.ts'
import { copyKey } from './copy-key.ts'
import { createKey } from './create-key.ts'
import type { Layout } from './layout.ts'
import type { Draws, MovedKey } from './moved-key.ts'
import type { PartialKeys } from './partial-keys.ts'
import { readSymbols, writeSymbols } from './save-symbols.ts'
import type { SearchTable } from './search-table.ts'
import type { SlotText } from './slot-text.ts'
import { Tempering } from './tempering.ts'

/**
 * Repairs of the partial keys of a text: by exchanges of two letters, by parallel tempering, by annealing, and by beams from
 * other places of the text. What they find is put into the keys.
 */
export class Repairs {
  readonly #table: SearchTable
  readonly #layout: Layout
  readonly #keys: PartialKeys
  readonly #text: SlotText
  readonly #tempering: Tempering
  readonly #repaired: MovedKey
  readonly #key = new Uint8Array(MOST_LETTERS)
  readonly #draws: Draws = { random: createRandom(1) }

  constructor(
    table: SearchTable,
    layout: Layout,
    { keys, text }: { readonly keys: PartialKeys; readonly text: SlotText },
  ) {
    this.#table = table
    this.#layout = layout
    this.#keys = keys
    this.#text = text
    this.#repaired = createKey(table, layout, { place: LADDER.length, text })
    this.#tempering = new Tempering(table, layout, text)
  }

  /** Takes note of a slot that is new. */
  admit(slot: number): void {
    this.#tempering.admit(slot)
  }

  /** Spends the budget of a letter. @param isSettled whether the best key has long been the same */
  run(letters: number, isSettled: boolean): void {
    const keys = this.#keys
    const pace = isSettled ? SLOW_PACE : letters > LONG_TEXT ? LONG_PACE : 1
    if (letters % pace !== 0) return
    this.#descend(keys.best)
    if (keys.count > 1) this.#descend(this.#draws.random.integer(keys.count))
    if (letters < FIRST_TEMPERED) return
    const { work } = this.#table
    const { rounds, swaps, turnEvery, lastTurn, annealEvery } = BUDGETS[this.#layout]
    work.steps += (rounds * swaps * LADDER.length) / SWAPS_A_STEP
    this.#tempering.run(keys, this.#draws)
    if (letters % annealEvery === 0 && letters >= FIRST_ANNEALED && !isSettled) this.anneal(letters)
    if (letters % turnEvery !== 0 || letters > lastTurn || isSettled) return
    work.steps += (keys.width * TURN_SHARE * letters) / KEYS_A_STEP
    this.#table.turned[this.#layout].run(this.#text, letters / turnEvery, (key) => {
      this.#improve(key)
    })
  }

  /** Takes in the key that annealing finds. @param letters those of the text */
  anneal(letters: number): void {
    const keys = this.#keys
    const { width, work } = this.#table
    const { annealed, wideAnnealed } = BUDGETS[this.#layout]
    const swaps = width > USUAL_WIDTH ? wideAnnealed : Math.ceil((annealed * width) / USUAL_WIDTH)
    work.steps += swaps / SWAPS_A_STEP
    const found = this.#repaired
    copyKey(keys, keys.best, this.#key)
    found.take(this.#key)
    found.anneal({ seen: keys.slots, letters, swaps }, this.#draws)
    keys.insert(found.key, found.context, found.cost)
  }

  #descend(key: number): void {
    copyKey(this.#keys, key, this.#key)
    this.#improve(this.#key)
  }

  /** Takes in the key that exchanges make of a key. */
  #improve(from: Uint8Array): void {
    const repaired = this.#repaired
    repaired.take(from)
    repaired.descend(this.#keys.slots)
    this.#keys.insert(repaired.key, repaired.context, repaired.cost)
  }

  save(writer: ByteWriter): void {
    for (const number of this.#draws.random.save()) writer.int32(number)
    const { keys } = this.#tempering
    writer.uint16(keys.length)
    for (const key of keys) writeSymbols(writer, key)
  }

  restore(reader: ByteReader): void {
    const random: RandomState = [reader.int32(), reader.int32(), reader.int32(), reader.int32()]
    this.#draws.random = createRandom(random)
    const keys = Array.from({ length: reader.uint16() }, () =>
      Uint8Array.from(readSymbols(reader, MOST_LETTERS)),
    )
    this.#tempering.resume(keys)
  }
}
