import { isSpace } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { unitOfNumber } from './symbol-units.ts'

/** Ways to read a text: its beginning waits to be decided; numbers are symbols; each character is one. */
const MODES = { undecided: 0, numbers: 1, characters: 2 } as const

/** Units of the beginning that are looked at. */
const MOST_HELD = 24

/** Digits of a number, and signs between two numbers that are told apart, at the most. */
const [MOST_DIGITS, MOST_SIGNS] = [3, 4]

const SIGNS = ' \t\r\n-_.,;:/|'
const LF = '\n'

/**
 * Takes numbers in a row as symbols, one UTF-16 unit each, of a private use. The signs after the first number stand between
 * symbols, whichever they are, and vanish; others are read as a space, or as the line break among them.
 */
export class SymbolNumbers {
  #mode: number
  #held = ''
  /** The digits of the number that has begun, the signs since the latest number, and those between two symbols. */
  #digits = ''
  #signs = ''
  #between = ''
  #hasBegun = false

  /** @param numbers whether symbols are numbers; undefined where the beginning of the text is to tell */
  constructor(numbers: boolean | undefined, saved?: ByteReader) {
    this.#mode = numbers === undefined ? MODES.undecided : numbers ? MODES.numbers : MODES.characters
    if (!saved) return
    this.#mode = saved.uint16()
    this.#hasBegun = saved.uint16() === 1
    this.#held = saved.text()
    this.#digits = saved.text()
    this.#signs = saved.text()
    this.#between = saved.text()
    saved.demand(this.#mode <= MODES.characters && this.#held.length < MOST_HELD)
    saved.demand(/^\d{0,3}$/.test(this.#digits))
    saved.demand(Math.max(this.#signs.length, this.#between.length) <= MOST_SIGNS)
  }

  /** The symbols that a text completes. */
  push(text: string): string {
    if (this.#mode !== MODES.undecided) return this.#read(text)
    for (let at = 0; at < text.length; at++) {
      this.#held += text[at]
      const isOther = !/[\d\s]/.test(text[at]) && !SIGNS.includes(text[at])
      if (isOther || this.#held.length === MOST_HELD) return this.#decide() + this.#read(text.slice(at + 1))
    }
    return ''
  }

  /** Decides by what has come. @returns the symbols that this completes */
  settle(): string {
    return (this.#mode === MODES.undecided ? this.#decide() : '') + this.#endNumber()
  }

  /** Decides by the beginning. @returns what it reads */
  #decide(): string {
    const held = this.#held
    const found = held.match(/\d+/g) ?? []
    const areNumbers =
      found.length > 1 &&
      Array.from(held).every((unit) => /[\d\s]/.test(unit) || SIGNS.includes(unit)) &&
      found.every(({ length }) => length <= MOST_DIGITS) &&
      found.some(({ length }) => length > 1)
    this.#mode = areNumbers ? MODES.numbers : MODES.characters
    this.#held = ''
    return this.#read(held)
  }

  #read(text: string): string {
    if (this.#mode === MODES.characters) return text
    let symbols = ''
    for (const unit of text.split('')) {
      if (/\d/.test(unit)) {
        if (this.#digits === '') symbols += this.#endSigns()
        this.#digits += unit
        if (this.#digits.length === MOST_DIGITS) symbols += this.#endNumber()
      } else {
        symbols += this.#endNumber()
        const sign = isSpace(unit.charCodeAt(0)) && unit !== LF ? ' ' : unit
        if (this.#hasBegun && this.#signs.length < MOST_SIGNS) this.#signs += sign
      }
    }
    return symbols
  }

  /** The symbol of the number that has begun. */
  #endNumber(): string {
    if (this.#digits === '') return ''
    const symbol = String.fromCharCode(unitOfNumber(Number(this.#digits)))
    this.#digits = ''
    this.#hasBegun = true
    return symbol
  }

  /** A space or a line break, where the signs before a number are others than those between two symbols. */
  #endSigns(): string {
    const signs = this.#signs
    this.#signs = ''
    if (!this.#hasBegun || signs === '') return ''
    if (this.#between === '') this.#between = signs
    if (signs === this.#between) return ''
    return signs.includes(LF) ? LF : ' '
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#mode)
    writer.uint16(this.#hasBegun ? 1 : 0)
    for (const text of [this.#held, this.#digits, this.#signs, this.#between]) writer.text(text)
  }
}
