import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'

/** Equal symbols in a row that say something of a key: rules of signs and rows of zeros are no text under any. */
const MOST = 2

/** Counts how often the latest symbol has come in a row. */
export class Repeats {
  #unit = 0
  #count = 0

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#unit = saved.uint16()
    this.#count = saved.uint16()
    saved.demand(this.#count <= MOST)
  }

  /** Takes a symbol in. @returns whether it has come so often that it says nothing */
  take(unit: number): boolean {
    if (unit !== this.#unit) {
      this.#unit = unit
      this.#count = 1
      return false
    }
    if (this.#count === MOST) return true
    this.#count++
    return false
  }

  /** Another one that has taken in the same. */
  fork(): Repeats {
    const fork = new Repeats()
    fork.#unit = this.#unit
    fork.#count = this.#count
    return fork
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#unit)
    writer.uint16(this.#count)
  }
}
