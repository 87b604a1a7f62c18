import { type Alphabet, isSpace } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { DIGITS_A_LETTER } from '../hypothesis/constants.ts'

/**
 * Tells the digits of numbers, which stand apart from letters, so many for each letter: coordinates, records and moves have
 * more of them than text has. Digits in a word may stand for letters.
 */
export class Digits {
  readonly #alphabet: Alphabet
  /** Whether no letter has come since the latest space. */
  #isApart = true
  /** Digits that are told before another letter comes. */
  #left: number = DIGITS_A_LETTER

  constructor(alphabet: Alphabet, saved?: ByteReader) {
    this.#alphabet = alphabet
    if (!saved) return
    this.#isApart = saved.uint16() === 1
    this.#left = saved.uint16()
    saved.demand(this.#left <= DIGITS_A_LETTER)
  }

  /** Takes a symbol in. @returns whether it is one of them */
  take(unit: number): boolean {
    if (this.#alphabet.indexOf(unit) !== -1) {
      this.#isApart = false
      this.#left = DIGITS_A_LETTER
    } else if (isSpace(unit)) this.#isApart = true
    if (!this.#isApart || this.#left === 0 || unit < 0x30 || unit > 0x39) return false
    this.#left--
    return true
  }

  /** Another one that has taken in the same. */
  fork(): Digits {
    const fork = new Digits(this.#alphabet)
    fork.#isApart = this.#isApart
    fork.#left = this.#left
    return fork
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#isApart ? 1 : 0)
    writer.uint16(this.#left)
  }
}
