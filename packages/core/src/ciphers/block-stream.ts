import { InvalidOptionError } from '../errors.ts'
import { fromUnits } from '../from-units.ts'
import type { CipherStream } from './cipher-stream.ts'
import { LONGEST_TEXT } from './holding-stream.ts'
import type { LetterSquare } from './letter-square.ts'
import { TextTooLongError } from './text-too-long-error.ts'

/** Writes or reads a block: places of letters, changed in place. */
export type BlockStep = (block: number[]) => void

/** One direction of a cipher of blocks under a key. */
export interface BlockRules extends Pick<LetterSquare, 'indexOf' | 'unitAt'> {
  /** Name of the cipher, for errors. */
  readonly name: string
  /** Letters of a block. */
  readonly size: number
  readonly step: BlockStep
  /** Whether the last block may be shorter. One that may not stands as it is, or is filled up. */
  readonly mayBeShort: boolean
  /** The letter that fills a block up after another letter; none where nothing is put in. */
  fill?(before: number): number
  /** Whether a letter may not follow another in a block, which is then filled up before it. */
  parts?(before: number, letter: number): boolean
}

/**
 * Starts a stream that writes letters in blocks, each in the place and the case of one that was there; what is no letter
 * stays between them. A block waits for its last letter. Goes on from what was saved: the units that wait.
 *
 * @throws InvalidOptionError when the saved numbers are no units
 */
export const createBlockStream = (rules: BlockRules, saved?: Int32Array): CipherStream => {
  if (saved && !(saved.length <= LONGEST_TEXT && saved.every((unit) => unit >= 0 && unit <= 0xffff))) {
    throw new InvalidOptionError('phase', saved.length, `up to ${LONGEST_TEXT} UTF-16 units`)
  }
  return new BlockStream(rules, saved ?? new Int32Array(0))
}

class BlockStream implements CipherStream {
  readonly #rules: BlockRules
  /** Units from the first letter of a block on. */
  #units: number[] = []
  /** The letters of the block, and where they stand among the units. */
  #block: number[] = []
  #at: number[] = []

  constructor(rules: BlockRules, saved: Int32Array) {
    this.#rules = rules
    for (const unit of saved) this.#take(unit, [])
  }

  get waiting(): string {
    return fromUnits(Uint16Array.from(this.#units))
  }

  push(chunk: string): string {
    const [units, block, at] = [this.#units.slice(), this.#block.slice(), this.#at.slice()]
    const written: number[] = []
    for (let i = 0; i < chunk.length; i++) this.#take(chunk.charCodeAt(i), written)
    if (this.#units.length > LONGEST_TEXT) {
      this.#units = units
      this.#block = block
      this.#at = at
      throw new TextTooLongError(this.#rules.name, LONGEST_TEXT)
    }
    return fromUnits(Uint16Array.from(written))
  }

  end(): string {
    const { mayBeShort, fill, size } = this.#rules
    const written: number[] = []
    if (this.#block.length > 0) {
      while (fill && !mayBeShort && this.#block.length < size) this.#fill()
      if (mayBeShort || this.#block.length === size) this.#write(written)
    }
    for (const unit of this.#units) written.push(unit)
    this.#units = []
    this.#block = []
    this.#at = []
    return fromUnits(Uint16Array.from(written))
  }

  save(): Int32Array {
    return Int32Array.from(this.#units)
  }

  /** Takes a unit, and writes the block that it completes. */
  #take(unit: number, written: number[]): void {
    const { indexOf, parts, size } = this.#rules
    const letter = indexOf(unit)
    if (letter === -1) {
      if (this.#block.length === 0) written.push(unit)
      else this.#units.push(unit)
      return
    }
    const before = this.#block.at(-1)
    if (before !== undefined && parts?.(before, letter)) {
      while (this.#block.length < size) this.#fill()
      this.#write(written)
    }
    this.#block.push(letter)
    this.#at.push(this.#units.length)
    this.#units.push(unit)
    if (this.#block.length === size) this.#write(written)
  }

  /** Puts a letter in after the last of the block, in its case. */
  #fill(): void {
    const { fill, unitAt } = this.#rules
    const [letter, at] = [this.#block[this.#block.length - 1], this.#at[this.#at.length - 1]]
    const filler = fill?.(letter) ?? letter
    this.#units.splice(at + 1, 0, unitAt(filler, this.#units[at]))
    this.#block.push(filler)
    this.#at.push(at + 1)
  }

  /** Writes the block, and what stands between its letters and after it. */
  #write(written: number[]): void {
    const { step, unitAt } = this.#rules
    step(this.#block)
    // A sign without a case, as in a cube, counts as one in that of its block.
    const cased = this.#at.map((at) => this.#units[at]).find(isLatin)
    this.#block.forEach((letter, i) => {
      const at = this.#at[i]
      const like = isLatin(this.#units[at]) ? this.#units[at] : cased
      this.#units[at] = unitAt(letter, like ?? this.#units[at])
    })
    for (const unit of this.#units) written.push(unit)
    this.#units = []
    this.#block = []
    this.#at = []
  }
}

const isLatin = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a && unit < 0x80
