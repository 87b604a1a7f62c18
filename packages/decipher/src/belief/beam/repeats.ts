import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'

/** Equal symbols in a row that say something of a key: rules of signs and rows of zeros are no text under any. */
const MOST = 2

/**
 * Symbols in a row that stand for no letter under any key left, of which more say nothing: they say nothing of keys, and
 * each is a step of the model for every one. Eleven million characters of English novels have 19 in a row at the most.
 */
const MOST_SIGNS = 32

/** A sign that joins words as a space does; where none ends before it, it is a blank to be filled in, and says nothing. */
const UNDERSCORE = 0x5f

/** Symbols of a unit, at the most, that is known to come again and again. */
const LONGEST = 16

/** Symbols of such units in a row that are read, and say nothing of keys: each is a step of the model for every one. */
const MOST_ROUND = 32

/**
 * Counts how often the latest symbol has come in a row, the latest ones in a row that stand for no letter, and those that have come
 * again as a unit of several symbols does.
 */
export class Repeats {
  #unit = 0
  #count = 0
  #signs = 0
  /** The latest symbols, the last one first. */
  #latest = new Uint16Array(LONGEST)
  /** Of each length of a unit from 1 on, symbols in a row that are alike to the one so many before, as far as that counts. */
  #alike = new Uint16Array(LONGEST)

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#unit = saved.uint16()
    this.#count = saved.uint16()
    this.#signs = saved.uint16()
    saved.demand(this.#count <= MOST + 1 && this.#signs <= MOST_SIGNS + 1)
    for (const numbers of [this.#latest, this.#alike]) {
      for (let at = 0; at < LONGEST; at++) numbers[at] = saved.uint16()
    }
    saved.demand(!this.isRound(MOST_ROUND + 1))
  }

  /**
   * Whether the latest symbols, more than so many of them, are the third time of a unit or a later one: what comes once more says
   * nothing of a key that it has not said.
   */
  isRound(symbols = 0): boolean {
    return this.#alike.some((count, at) => count >= at + 2 + symbols)
  }

  /** Takes a symbol in, and whether it may stand for a letter. @returns whether so many have come that it says nothing */
  take(unit: number, mayBeLetter: boolean): boolean {
    this.#count = unit === this.#unit ? Math.min(MOST + 1, this.#count + 1) : 1
    this.#unit = unit
    this.#signs = mayBeLetter ? 0 : Math.min(MOST_SIGNS + 1, this.#signs + 1)
    const isBlank = unit === UNDERSCORE && !isOfWord(this.#latest[0])
    for (let at = 0; at < LONGEST; at++) {
      this.#alike[at] = this.#latest[at] === unit ? Math.min(at + 2 + MOST_ROUND, this.#alike[at] + 1) : 0
    }
    this.#latest.copyWithin(1, 0)
    this.#latest[0] = unit
    return isBlank || this.#count > MOST || this.#signs > MOST_SIGNS || this.isRound(MOST_ROUND)
  }

  /** Another one that has taken in the same. */
  fork(): Repeats {
    const fork = new Repeats()
    fork.#unit = this.#unit
    fork.#count = this.#count
    fork.#signs = this.#signs
    fork.#latest.set(this.#latest)
    fork.#alike.set(this.#alike)
    return fork
  }

  save(writer: ByteWriter): void {
    for (const count of [this.#unit, this.#count, this.#signs, ...this.#latest, ...this.#alike])
      writer.uint16(count)
  }
}

/** Whether a unit is a letter or a digit of ASCII, or beyond it. */
const isOfWord = (unit: number): boolean => unit >= 0x80 || /[a-z\d]/i.test(String.fromCharCode(unit))
