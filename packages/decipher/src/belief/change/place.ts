import { isSpace } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { AT_PARTS, AT_WORDS, INSIDE_WORDS } from './constants.ts'

const LINE_FEED = 0x0a

/** Signs that another part stands behind: brackets that open, and a colon. Quotation marks are too common in prose. */
const SIGNS = [0x28, 0x5b, 0x3a]

/** A place in a text, by what a person would begin there: another letter, another word, another part. */
export class Place {
  /** A factor: odds that the key changes with the symbol that comes next, against those at any letter. */
  factor: number = AT_WORDS
  /** Whether nothing but spaces stands since the line began. */
  #isBlank = false

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.factor = saved.uint16()
    this.#isBlank = saved.uint16() === 1
    saved.demand([AT_PARTS, AT_WORDS, INSIDE_WORDS].includes(this.factor))
  }

  /** Goes on behind a symbol. */
  pass(unit: number, isLetter: boolean): void {
    const isEnd = unit === LINE_FEED
    const isPart = (isEnd && this.#isBlank) || SIGNS.includes(unit)
    if (isLetter) this.factor = INSIDE_WORDS
    else if (isPart || this.factor === INSIDE_WORDS) this.factor = isPart ? AT_PARTS : AT_WORDS
    this.#isBlank = isEnd || (this.#isBlank && isSpace(unit))
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.factor)
    writer.uint16(this.#isBlank ? 1 : 0)
  }
}
