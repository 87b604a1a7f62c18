import type { CipherSymbol, SymbolTable } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { REMEMBERED } from './constants.ts'

/** A unit of recent text, and its probability when it was read. */
export interface RecentUnit extends CipherSymbol {
  readonly probability: number
}

/** Text that was read last, and how probable each unit of it was: at first all of it, later that of the latest groups. */
export class RecentText {
  #units: number[] = []
  #probabilities: number[] = []
  /** Where it begins, in UTF-16 units. */
  start = 0

  readonly #indexOf: SymbolTable['indexOf']

  constructor({ indexOf }: SymbolTable, saved?: ByteReader) {
    this.#indexOf = indexOf
    if (!saved) return
    this.start = saved.float64()
    const count = saved.uint16()
    saved.demand(count <= REMEMBERED)
    for (let i = 0; i < count; i++) {
      this.#units.push(saved.uint16())
      const probability = saved.float64()
      saved.demand(probability > 0 && probability < Number.POSITIVE_INFINITY)
      this.#probabilities.push(probability)
    }
  }

  /** Takes note of a symbol. @param needed where that begins which may not be forgotten */
  record({ unit, position }: CipherSymbol, probability: number, needed: number): void {
    if (position !== this.start + this.#units.length) this.clear(position)
    else if (this.#units.length === REMEMBERED) this.#forget(needed, position)
    this.#units.push(unit)
    this.#probabilities.push(probability)
  }

  /** Forgets all, and begins anew at a position. */
  clear(position: number): void {
    this.#units = []
    this.#probabilities = []
    this.start = position
  }

  /** Calls back for each unit from a position on. */
  each(from: number, call: (unit: RecentUnit) => void): void {
    for (let i = from - this.start; i < this.#units.length; i++) {
      const [unit, position] = [this.#units[i], this.start + i]
      call({ unit, position, index: this.#indexOf(unit), probability: this.#probabilities[i] })
    }
  }

  save(writer: ByteWriter): void {
    writer.float64(this.start)
    writer.uint16(this.#units.length)
    for (let i = 0; i < this.#units.length; i++) {
      writer.uint16(this.#units[i])
      writer.float64(this.#probabilities[i])
    }
  }

  #forget(needed: number, position: number): void {
    const count = needed - this.start
    if (count <= 0) {
      this.clear(position)
      return
    }
    this.#units.splice(0, count)
    this.#probabilities.splice(0, count)
    this.start = needed
  }
}
