import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { MOST_HELD, MOST_LETTERS, SPACE } from './constants.ts'
import type { SlotText } from './slot-text.ts'

/** Counts for how many letters of the text each slot has been read alike. */
export class HeldLetters {
  /** Letters of the text since a letter last changed, one that had just come left aside. */
  all = 0
  readonly #letters = new Uint8Array(MOST_LETTERS).fill(SPACE)
  readonly #held = new Uint16Array(MOST_LETTERS)

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.all = saved.float64()
    for (let slot = 0; slot < MOST_LETTERS; slot++) {
      this.#letters[slot] = saved.uint16()
      this.#held[slot] = saved.uint16()
    }
    saved.demand(Number.isSafeInteger(this.all) && this.all >= 0)
    saved.demand(
      this.#letters.every((letter) => letter <= SPACE) && this.#held.every((held) => held <= MOST_HELD),
    )
  }

  /** Letters for which a slot has been read alike. */
  of(slot: number): number {
    return this.#held[slot]
  }

  /** Takes note of a key after a letter: of the letter of each of its slots. */
  note(slots: number, letterOf: (slot: number) => number): void {
    let isSame = true
    for (let slot = 0; slot < slots; slot++) {
      const letter = letterOf(slot)
      const before = this.#letters[slot]
      if (letter === before) {
        this.#held[slot] = Math.min(MOST_HELD, this.#held[slot] + 1)
        continue
      }
      this.#held[slot] = 0
      this.#letters[slot] = letter
      isSame &&= before === SPACE
    }
    this.all = isSame ? this.all + 1 : 0
  }

  /** Letters for which at least half of a text has been read alike. */
  typical({ slots, length }: SlotText): number {
    const lettersOf = new Uint16Array(MOST_HELD + 1)
    let letters = 0
    for (let at = 0; at < length; at++) {
      if (slots[at] === SPACE) continue
      lettersOf[this.#held[slots[at]]]++
      letters++
    }
    let held = MOST_HELD
    for (let more = lettersOf[held]; 2 * more < letters; more += lettersOf[held]) held--
    return held
  }

  save(writer: ByteWriter): void {
    writer.float64(this.all)
    for (let slot = 0; slot < MOST_LETTERS; slot++) {
      writer.uint16(this.#letters[slot])
      writer.uint16(this.#held[slot])
    }
  }
}
