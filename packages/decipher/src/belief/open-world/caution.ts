import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { AFTER_DIGIT, MOST_BALANCE, OF_ECHO, OF_SIGNS } from './constants.ts'
import { Echoes } from './echoes.ts'

/** Says how far a symbol may speak for keys or against them: digits and what repeats itself are foretold badly, or too well. */
export class Caution {
  readonly #echoes: Echoes
  /** Whether the symbol before was a digit. */
  #afterDigit: boolean
  /** Letters that keys have read, less signs, up to a bound. */
  #balance: number

  constructor(saved?: ByteReader) {
    this.#afterDigit = saved?.uint16() === 1
    this.#balance = saved ? saved.uint16() - MOST_BALANCE : 0
    saved?.demand(Math.abs(this.#balance) <= MOST_BALANCE)
    this.#echoes = new Echoes(saved)
  }

  /**
   * Weighs a symbol: what repeats itself hardly speaks for a key, and a letter that follows a digit, or that is read as a sign among
   * letters, hardly against one. A reading that is signs for the most part is no text, and speaks against its key.
   *
   * @param factor how much likelier it is than under any key
   * @returns the factor that counts
   */
  weigh(unit: number, factor: number, isSign: boolean): number {
    const step = isSign ? -1 : 1
    this.#balance = Math.min(MOST_BALANCE, Math.max(-MOST_BALANCE, this.#balance + step))
    const saysLittle = this.#afterDigit || (isSign && this.#balance > 0)
    const isOfSigns = isSign && this.#balance <= 0
    const least = Math.max(this.#echoes.take(unit) ? OF_ECHO : 0, isOfSigns ? OF_SIGNS : 0)
    return Math.max(least, saysLittle ? Math.min(factor, AFTER_DIGIT) : factor)
  }

  /** Takes note of the symbol, whether it was weighed or not. */
  pass(unit: number): void {
    this.#afterDigit = unit >= 0x30 && unit <= 0x39
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#afterDigit ? 1 : 0)
    writer.uint16(this.#balance + MOST_BALANCE)
    this.#echoes.save(writer)
  }
}
