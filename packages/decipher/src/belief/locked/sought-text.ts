import { type Alphabet, isLowSurrogate } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { WINDOW } from './constants.ts'

/** Says what is a letter, and what is a symbol. */
export interface TextAlphabet {
  readonly alphabet: Alphabet
  /** Token id of a unit that is no letter, or 0 when the language does not read it. */
  idOf(unit: number): number
}

/** A symbol that is no letter, among letters. */
export const NO_LETTER = 0xffff

/** Text of one stream whose key is not known yet, from where the key began to be sought. */
export class SoughtText {
  readonly #alphabet: TextAlphabet
  /** UTF-16 units from the start of the stream. */
  start = 0
  /** UTF-16 units. */
  length = 0
  /** Symbols that the language reads. */
  symbols = 0
  letters = 0
  readonly units: Uint16Array = new Uint16Array(WINDOW)
  /** The symbol that each unit is, where it is one. */
  readonly symbolAt: Uint16Array = new Uint16Array(WINDOW)
  /** Letter of each symbol, or NO_LETTER. */
  readonly letterAt: Uint16Array = new Uint16Array(WINDOW)
  /** Token id of each symbol that is no letter. */
  readonly idAt: Uint8Array = new Uint8Array(WINDOW)
  /** Letters before each symbol. */
  readonly lettersBefore: Uint16Array = new Uint16Array(WINDOW)
  /** Characters before each symbol: a surrogate pair is one. */
  readonly charactersBefore: Uint16Array = new Uint16Array(WINDOW)
  #characters = 0

  constructor(alphabet: TextAlphabet) {
    this.#alphabet = alphabet
  }

  /** Takes a unit in. @returns whether it is a symbol that the language reads */
  push(unit: number): boolean {
    const { alphabet, idOf } = this.#alphabet
    const index = alphabet.indexOf(unit)
    const id = index === -1 ? idOf(unit) : 0
    const isRead = index !== -1 || id !== 0
    this.units[this.length] = unit
    this.symbolAt[this.length++] = this.symbols
    if (isRead) {
      const at = this.symbols++
      this.letterAt[at] = index === -1 ? NO_LETTER : index
      this.idAt[at] = id
      this.lettersBefore[at] = this.letters
      this.charactersBefore[at] = this.#characters
    }
    if (index !== -1) this.letters++
    if (!isLowSurrogate(unit)) this.#characters++
    return isRead
  }

  save(writer: ByteWriter): void {
    writer.float64(this.start)
    writer.uint16(this.length)
    for (let i = 0; i < this.length; i++) writer.uint16(this.units[i])
  }

  /** The units of a text that was saved, to be pushed again; takes up where it starts. @throws SnapshotFormatError */
  readUnits(saved: ByteReader): number[] {
    this.start = saved.float64()
    const length = saved.uint16()
    saved.demand(Number.isSafeInteger(this.start) && this.start >= 0 && length <= WINDOW)
    return Array.from({ length }, () => saved.uint16())
  }
}
