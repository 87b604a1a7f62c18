import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'

/** Equal symbols in a row that say something of a key: rules of signs and rows of zeros are no text under any. */
const MOST = 2

/**
 * Symbols in a row that stand for no letter under any key left, of which more say nothing: they say nothing of keys, and
 * each is a step of the model for every one. Eleven million characters of English novels have 19 in a row at the most.
 */
const MOST_SIGNS = 32

/** Counts how often the latest symbol has come in a row, and the latest ones in a row that stand for no letter. */
export class Repeats {
  #unit = 0
  #count = 0
  #signs = 0

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#unit = saved.uint16()
    this.#count = saved.uint16()
    this.#signs = saved.uint16()
    saved.demand(this.#count <= MOST + 1 && this.#signs <= MOST_SIGNS + 1)
  }

  /** Takes a symbol in, and whether it may stand for a letter. @returns whether so many have come that it says nothing */
  take(unit: number, mayBeLetter: boolean): boolean {
    this.#count = unit === this.#unit ? Math.min(MOST + 1, this.#count + 1) : 1
    this.#unit = unit
    this.#signs = mayBeLetter ? 0 : Math.min(MOST_SIGNS + 1, this.#signs + 1)
    return this.#count > MOST || this.#signs > MOST_SIGNS
  }

  /** Another one that has taken in the same. */
  fork(): Repeats {
    const fork = new Repeats()
    fork.#unit = this.#unit
    fork.#count = this.#count
    fork.#signs = this.#signs
    return fork
  }

  save(writer: ByteWriter): void {
    for (const count of [this.#unit, this.#count, this.#signs]) writer.uint16(count)
  }
}
