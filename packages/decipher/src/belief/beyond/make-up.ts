import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { LEAST_SHOWN, LETTERS_A_DIGIT } from './constants.ts'

/** The letters and digits that a text is made of. */
export class MakeUp {
  letters = 0
  #digits = 0
  /** Letters of the alphabet that it has shown, as a mask. */
  #shown = 0

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.letters = saved.float64()
    this.#digits = saved.float64()
    this.#shown = saved.int32()
    saved.demand([this.letters, this.#digits].every((count) => Number.isSafeInteger(count) && count >= 0))
  }

  /** Counts a unit: the number of its letter in the alphabet, or -1. */
  record(unit: number, letter: number): void {
    if (letter !== -1) {
      this.letters++
      this.#shown |= 1 << letter
    } else if (unit >= 0x30 && unit <= 0x39) this.#digits++
  }

  /** Whether it may be words: records and codes have more digits. */
  get mayBeWords(): boolean {
    return this.#digits * LETTERS_A_DIGIT <= this.letters
  }

  /** Whether so many letters of the alphabet have come as in words: DNA has fewer. */
  get isVaried(): boolean {
    let count = 0
    for (let left = this.#shown; left !== 0; left &= left - 1) count++
    return count >= LEAST_SHOWN
  }

  save(writer: ByteWriter): void {
    writer.float64(this.letters)
    writer.float64(this.#digits)
    writer.int32(this.#shown)
  }
}
