import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { ECHO, LATEST, SHAPES } from './constants.ts'

/** The latest symbols of a text, both cases of a letter alike: one that follows others as it has done before is an echo of them. */
export class Echoes {
  /** The latest symbols, in a ring. */
  readonly #latest = new Uint16Array(LATEST)
  #count: number

  constructor(saved?: ByteReader) {
    this.#count = saved?.float64() ?? 0
    for (let at = 0; saved && at < LATEST; at++) this.#latest[at] = saved.uint16()
    saved?.demand(Number.isSafeInteger(this.#count) && this.#count >= 0)
    saved?.demand(this.#latest.every((shape) => shape < SHAPES))
  }

  /** Takes a symbol in. @returns whether it is an echo */
  take(unit: number): boolean {
    const shape = unit % SHAPES
    const first = Math.max(0, this.#count - LATEST)
    let isEcho = false
    for (let at = first + ECHO; at < this.#count && !isEcho; at++) {
      isEcho = this.#at(at) === shape && this.#follows(at)
    }
    this.#latest[this.#count % LATEST] = shape
    this.#count++
    return isEcho
  }

  /** Whether the same symbols stand before a place as at the end. */
  #follows(at: number): boolean {
    for (let back = 1; back <= ECHO; back++) {
      if (this.#at(at - back) !== this.#at(this.#count - back)) return false
    }
    return true
  }

  #at(place: number): number {
    return this.#latest[place % LATEST]
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#count)
    for (const shape of this.#latest) writer.uint16(shape)
  }
}
