import { MOST_DEPTH, MOST_LETTERS, MOST_SYMBOLS, SPACE, SYMBOL_BITS } from './constants.ts'

/** Places of a window, by how far each is from its end: what a letter there adds to the number of the window. */
const PLACES = Array.from({ length: MOST_DEPTH + 1 }, (_, distance) => 2 ** (SYMBOL_BITS * distance))

/**
 * The beginning of a ciphertext in slots: letters are numbered in the order in which they first came, spaces are spaces.
 * For each slot it lists the windows, a symbol and those before it that its cost depends on, that hold it. It only grows.
 */
export class SlotText {
  /** Symbols of a window before its last one. */
  readonly #depth: number
  /** Slot of each symbol, or `SPACE`. */
  readonly slots: Uint8Array = new Uint8Array(MOST_SYMBOLS)
  /** Symbols. */
  length = 0
  /** Letters, as a mask, that each slot may be read as. */
  readonly allowed: Int32Array = new Int32Array(MOST_LETTERS)
  /** The windows that hold each slot. */
  readonly windows: Uint16Array[] = Array.from({ length: MOST_LETTERS }, () => new Uint16Array(32))
  readonly windowCounts: Uint16Array = new Uint16Array(MOST_LETTERS)
  /** Number that a step of each slot's letter adds to that of each window, `[slot, window]`. */
  readonly places: Int32Array = new Int32Array(MOST_LETTERS * MOST_SYMBOLS)

  constructor(depth: number) {
    this.#depth = depth
  }

  push(slot: number): void {
    const at = this.length++
    this.slots[at] = slot
    for (let distance = 0; distance <= this.#depth && distance <= at; distance++) {
      const held = this.slots[at - distance]
      if (held === SPACE) continue
      if (this.places[held * MOST_SYMBOLS + at] === 0) this.#list(held, at)
      this.places[held * MOST_SYMBOLS + at] += PLACES[distance]
    }
  }

  #list(slot: number, window: number): void {
    const count = this.windowCounts[slot]++
    if (count === this.windows[slot].length) {
      const longer = new Uint16Array(2 * count)
      longer.set(this.windows[slot])
      this.windows[slot] = longer
    }
    this.windows[slot][count] = window
  }
}
