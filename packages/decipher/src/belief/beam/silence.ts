import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'

/**
 * Symbols in a row that stand for no letter under any key left, of which more say nothing: they say nothing of keys, and
 * each is a step of the model for every one. Eleven million characters of English novels have 19 in a row at the most.
 */
const MOST = 32

/** Counts the latest symbols in a row that stand for no letter. */
export class Silence {
  #count = 0

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#count = saved.uint16()
    saved.demand(this.#count <= MOST)
  }

  /** Takes a symbol in, and whether it stands for a letter. @returns whether so many came that it says nothing */
  take(isLetter: boolean): boolean {
    if (isLetter) this.#count = 0
    else if (this.#count === MOST) return true
    else this.#count++
    return false
  }

  /** Another one that has taken in the same. */
  fork(): Silence {
    const fork = new Silence()
    fork.#count = this.#count
    return fork
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#count)
  }
}
