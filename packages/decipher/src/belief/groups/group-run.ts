import { baseLetter } from '@runnel/core'
import type { KeyFamily } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { LONGEST_GROUP } from './constants.ts'
import { isSeparator } from './is-separator.ts'

/** A symbol stands inside a group or between groups, it ends one as long as those before it, or it fits them not. */
export type GroupEvent = 'none' | 'ended' | 'broken'

/** The letters of a group cannot be told, because text before it went unread. */
const UNKNOWN = -1

/**
 * Counts groups that are equally long, one after another. A group is as many letters as stand between separators; digits
 * count, and so does whatever else the keys read as other symbols. Marks may stand before and after a group.
 */
export class GroupRun {
  readonly #family: KeyFamily
  /** Letters of each group of the run; 0 in its first group. */
  size = 0
  /** Groups of that size that have ended. */
  groups = 0
  /** Where the run begins, in UTF-16 units. */
  start = 0
  /** Whether no letter stands before the run. */
  isFirst = true
  /** Letters of the group so far, and of the one before. */
  #letters = 0
  #before = 0
  #groupStart = 0
  /** Where the group before begins. */
  #latestStart = 0
  /** Whether a mark has ended the group, or stands after it. */
  #isClosed = false
  /** Whether a letter stands in the group, and before it. */
  #isWord = false
  #hadWord = false
  /** Position of the symbol to come. */
  #next = 0

  constructor(family: KeyFamily, saved?: ByteReader) {
    this.#family = family
    if (!saved) return
    const [size, groups, letters, before, flags] = [0, 0, 0, 0, 0].map(() => saved.int32())
    saved.demand(size >= 0 && size <= LONGEST_GROUP && groups >= 0 && letters >= UNKNOWN && before >= 0)
    this.size = size
    this.groups = groups
    this.#letters = letters
    this.#before = before
    this.#isClosed = (flags & 1) !== 0
    this.isFirst = (flags & 2) !== 0
    this.#isWord = (flags & 4) !== 0
    this.#hadWord = (flags & 8) !== 0
    this.start = saved.float64()
    this.#groupStart = saved.float64()
    this.#latestStart = saved.float64()
    this.#next = saved.float64()
  }

  /** Where the run begins, or the group that may begin one. */
  get from(): number {
    if (this.size > 0) return this.start
    return this.#letters > 0 ? this.#groupStart : this.#next
  }

  /** Reads a symbol. With one that does not fit another run begins. */
  read(symbol: CipherSymbol): GroupEvent {
    if (symbol.position !== this.#next) this.#lose()
    this.#next = symbol.position + 1
    if (isSeparator(this.#family, symbol)) return this.#endGroup() ? 'ended' : 'none'
    if (this.#isLetter(symbol)) return this.#count(symbol) ? 'none' : 'broken'
    this.#isClosed ||= this.#letters > 0 || this.size > 0
    return 'none'
  }

  save(writer: ByteWriter): void {
    const flags = [this.#isClosed, this.isFirst, this.#isWord, this.#hadWord].reduce(
      (bits, isSet, i) => bits + (isSet ? 2 ** i : 0),
      0,
    )
    for (const count of [this.size, this.groups, this.#letters, this.#before, flags]) writer.int32(count)
    for (const place of [this.start, this.#groupStart, this.#latestStart, this.#next]) writer.float64(place)
  }

  /** Goes on after text that went unread. */
  #lose(): void {
    this.#letters = UNKNOWN
    this.#before = this.size
  }

  #isLetter(symbol: CipherSymbol): boolean {
    if (this.#isOfWord(symbol)) return true
    const { unit, index } = symbol
    if (index === -1) return unit >= 0x30 && unit <= 0x39
    // A sign that some keys read as a letter, and others as a mark: a mark where one may stand.
    const isAfter = this.#isClosed || (this.size > 0 && this.#letters === this.size)
    const isBefore = !this.#hadWord && this.size === 0 && this.#letters === 0 && isOpeningMark(unit)
    return !isAfter && !isBefore
  }

  #isOfWord({ unit }: CipherSymbol): boolean {
    return this.#family.alphabet.indexOf(unit) !== -1 || baseLetter(unit) !== unit
  }

  /** Ends the group, which numbers are none of. @returns whether it is as long as those before it */
  #endGroup(): boolean {
    const [letters, isWord, hadWord] = [this.#letters, this.#isWord, this.#hadWord]
    this.#letters = 0
    this.#isWord = false
    this.#hadWord ||= isWord
    this.#isClosed ||= letters > 0 && !isWord
    if (letters <= 0 || !isWord) return false
    this.#before = letters
    if (this.size > 0) {
      if (letters === this.size) this.groups++
      return letters === this.size
    }
    if (letters > LONGEST_GROUP) return false
    this.size = letters
    this.groups = 1
    this.start = this.#groupStart
    this.isFirst = !hadWord
    return true
  }

  #count(symbol: CipherSymbol): boolean {
    this.#isWord ||= this.#isOfWord(symbol)
    // More letters than a group has are not counted.
    if (this.#letters === UNKNOWN || this.#letters > LONGEST_GROUP) return true
    if (this.#letters++ === 0) return this.#begin(symbol.position)
    if (this.#isClosed) return this.#break(UNKNOWN)
    return this.size === 0 || this.#letters <= this.size || this.#break(this.#letters)
  }

  /** Begins a group: that the one before was too short, or ended in a mark, is told only now, for the last one may. */
  #begin(position: number): boolean {
    const isClosed = this.#isClosed
    this.#latestStart = this.#groupStart
    this.#groupStart = position
    if (isClosed) return this.#break(1)
    if (this.size === 0 || this.#before === this.size) return true
    this.size = this.#before
    this.groups = 1
    this.start = this.#latestStart
    this.isFirst = false
    return false
  }

  /** Begins another run, with so many letters of its first group. */
  #break(letters: number): boolean {
    const fits = this.size === 0
    this.size = 0
    this.groups = 0
    this.#letters = letters
    this.#isClosed = false
    return fits
  }
}

/** Whether a mark is one that text may begin with: quotation marks and brackets. */
const isOpeningMark = (unit: number): boolean => '"\'([<'.includes(String.fromCharCode(unit))
