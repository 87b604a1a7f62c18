import { isSpace } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { AT_PARTS, AT_WORDS, INSIDE_WORDS } from './constants.ts'

const LINE_FEED = 0x0a

/** Signs that another part stands behind: brackets that open, and a colon. Quotation marks are too common in prose. */
const SIGNS = [0x28, 0x5b, 0x3a]

/** Kinds of lines, as far as they have come: nothing but spaces, signs or a letter, numbers without a word, words. */
const LINE = { blank: 0, signs: 1, numbers: 2, words: 3 } as const

/** A place in a text, by what a person would begin there: another letter, another word, another part. */
export class Place {
  /** A factor: odds that the key changes with the symbol that comes next, against those at any letter. */
  factor: number = AT_WORDS
  /** The kind of the line, of `LINE`. */
  #line: number = LINE.blank

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.factor = saved.uint16()
    this.#line = saved.uint16()
    saved.demand([AT_PARTS, AT_WORDS, INSIDE_WORDS].includes(this.factor) && this.#line <= LINE.words)
  }

  /** Goes on behind a symbol. */
  pass(unit: number, isLetter: boolean): void {
    const isEnd = unit === LINE_FEED
    // Behind coordinates and codes of digits a line begins anew as behind a blank one.
    const isPart = isEnd ? this.#line === LINE.blank || this.#line === LINE.numbers : SIGNS.includes(unit)
    this.#line = isEnd ? LINE.blank : this.#lineWith(unit, isLetter)
    if (isLetter) this.factor = INSIDE_WORDS
    else if (isPart || this.factor === INSIDE_WORDS) this.factor = isPart ? AT_PARTS : AT_WORDS
  }

  #lineWith(unit: number, isLetter: boolean): number {
    if (isLetter && this.factor === INSIDE_WORDS) return LINE.words
    if (this.#line === LINE.blank && isSpace(unit)) return LINE.blank
    return Math.max(this.#line, unit >= 0x30 && unit <= 0x39 ? LINE.numbers : LINE.signs)
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.factor)
    writer.uint16(this.#line)
  }
}
