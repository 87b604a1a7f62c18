import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { LETTERS, MOST_HELD, SPACE } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** Counts for how many letters of the text the best key has read each slot alike. */
export class HeldLetters {
  /** Letters of the text since the best key last changed a letter, one that had just come left aside. */
  all = 0
  readonly #letters = new Uint8Array(LETTERS).fill(SPACE)
  readonly #held = new Uint16Array(LETTERS)

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.all = saved.float64()
    for (let slot = 0; slot < LETTERS; slot++) {
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

  /** Takes note of the best key after a letter. */
  note(keys: PartialKeys): void {
    const { best } = keys
    let isSame = true
    for (let slot = 0; slot < keys.slots; slot++) {
      const letter = keys.letterOf(best, slot)
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

  save(writer: ByteWriter): void {
    writer.float64(this.all)
    for (let slot = 0; slot < LETTERS; slot++) {
      writer.uint16(this.#letters[slot])
      writer.uint16(this.#held[slot])
    }
  }
}
