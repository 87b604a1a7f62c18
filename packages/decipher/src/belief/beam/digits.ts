import { type Alphabet, isSpace } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import {
  DIGIT_SCORE,
  DIGITS_A_LETTER,
  FIRST_SCORE,
  LETTER_SCORE,
  MOST_SCORE,
} from '../hypothesis/constants.ts'

/**
 * Tells the digits of numbers, which stand apart from letters, so many for each letter, and those of codes, in which nearly
 * as many digits come as letters: coordinates, records, moves and hashes have more of them than text has. A few digits in
 * a word may stand for letters.
 */
export class Digits {
  readonly #alphabet: Alphabet
  /** Whether no letter has come since the latest space. */
  #isApart = true
  /** Digits that are told before another letter comes. */
  #left: number = DIGITS_A_LETTER
  /** Above 0 where digits are so many. */
  #score = FIRST_SCORE

  constructor(alphabet: Alphabet, saved?: ByteReader) {
    this.#alphabet = alphabet
    if (!saved) return
    this.#isApart = saved.uint16() === 1
    this.#left = saved.uint16()
    this.#score = saved.int32()
    saved.demand(this.#left <= DIGITS_A_LETTER && Math.abs(this.#score) <= MOST_SCORE)
  }

  /** Takes a symbol in. @returns whether it is one of them */
  take(unit: number): boolean {
    if (this.#alphabet.indexOf(unit) !== -1) {
      this.#isApart = false
      this.#left = DIGITS_A_LETTER
      this.#score = Math.max(-MOST_SCORE, this.#score - LETTER_SCORE)
    } else if (isSpace(unit)) this.#isApart = true
    if (unit < 0x30 || unit > 0x39) return false
    this.#score = Math.min(MOST_SCORE, this.#score + DIGIT_SCORE)
    if (this.#left === 0 || !(this.#isApart || this.#score > 0)) return false
    this.#left--
    return true
  }

  /** Another one that has taken in the same. */
  fork(): Digits {
    const fork = new Digits(this.#alphabet)
    fork.#isApart = this.#isApart
    fork.#left = this.#left
    fork.#score = this.#score
    return fork
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#isApart ? 1 : 0)
    writer.uint16(this.#left)
    writer.int32(this.#score)
  }
}
