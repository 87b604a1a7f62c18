import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { SLIP, TAIL } from './constants.ts'
import type { Turns } from './key-in-use.ts'

/** Costs of symbols by the three before them, in twelfths of a bit: a place in the table is spelled by four token ids. */
export interface SymbolCosts {
  readonly vocabulary: number
  readonly table: Uint8Array
}

/** A letter that was lost or doubled: the text since then, and the place by which its first unit is read. */
export interface Slip {
  readonly place: number
  /** Units of the text since. */
  readonly units: readonly number[]
  /** Token ids of some text before it. */
  readonly before: readonly number[]
}

/**
 * Watches a key that repeats for letters that are lost or doubled, after which every letter is read by another place: by
 * cumulative sums (Page, 1954), one for each turn of the key, of how much less the text costs by it than as it is read.
 */
export class SlipWatch {
  readonly #turns: Turns
  readonly #costs: (spaced: boolean) => SymbolCosts
  /** Sums, and the latest three symbols, as a place in the table: of each turn, that of none first. */
  readonly #sums: Int32Array
  readonly #contexts: Int32Array
  /** Units since each sum began. */
  readonly #since: Int32Array
  #isSpaced = false
  /** The latest units, and the place of the key before each. */
  readonly #units: number[] = []
  readonly #places: number[] = []

  constructor(turns: Turns, costs: (spaced: boolean) => SymbolCosts, saved?: ByteReader) {
    this.#turns = turns
    this.#costs = costs
    const { period } = turns
    this.#sums = new Int32Array(period)
    this.#contexts = new Int32Array(period)
    this.#since = new Int32Array(period)
    if (!saved) return
    this.#isSpaced = saved.uint16() === 1
    const { table, vocabulary } = costs(this.#isSpaced)
    for (let turn = 0; turn < period; turn++) {
      this.#sums[turn] = saved.int32()
      this.#contexts[turn] = saved.int32()
      this.#since[turn] = saved.int32()
    }
    saved.demand(this.#contexts.every((context) => context >= 0 && context * vocabulary < table.length))
    saved.demand([...this.#sums, ...this.#since].every((number) => number >= 0))
    for (let left = saved.uint16(); left > 0; left--) {
      this.#units.push(saved.uint16())
      this.#places.push(saved.uint16())
    }
    saved.demand(this.#units.length <= TAIL && this.#places.every((place) => place < period))
  }

  /** Takes in a unit, before the key moves on past it. @returns the slip that is next to certain now */
  read(unit: number, isLetter: boolean): Slip | undefined {
    const { place } = this.#turns
    if (this.#units.length === TAIL) {
      this.#units.shift()
      this.#places.shift()
    }
    this.#units.push(unit)
    this.#places.push(place)
    for (let turn = 0; turn < this.#since.length; turn++) this.#since[turn]++
    if (this.#turns.idAt(unit, place) === 0) return undefined
    if (!isLetter) this.#isSpaced = true
    const turn = this.#weigh(unit, place)
    return turn === 0 ? undefined : this.#slip(turn)
  }

  /** Weighs a symbol by each turn. @returns the turn that is next to certain, or 0 */
  #weigh(unit: number, place: number): number {
    const { table, vocabulary } = this.#costs(this.#isSpaced)
    const wrap = vocabulary ** 3
    const { period } = this.#turns
    const [sums, contexts, since] = [this.#sums, this.#contexts, this.#since]
    const before = contexts[0]
    const at = before * vocabulary + this.#turns.idAt(unit, place)
    contexts[0] = at % wrap
    let [best, most] = [0, 0]
    for (let turn = 1; turn < period; turn++) {
      const isNew = sums[turn] === 0
      const other =
        (isNew ? before : contexts[turn]) * vocabulary + this.#turns.idAt(unit, (place + turn) % period)
      sums[turn] = Math.max(0, sums[turn] + table[at] - table[other])
      contexts[turn] = other % wrap
      if (isNew) since[turn] = 1
      const isNear = turn === 1 || turn === period - 1
      const excess = sums[turn] - (isNear ? SLIP.near : SLIP.far)
      if (excess > most) {
        best = turn
        most = excess
      }
    }
    return best
  }

  /** The slip by a turn: begins anew with the text before it. */
  #slip(turn: number): Slip {
    const from = Math.max(0, this.#units.length - this.#since[turn])
    const place = (this.#places[from] + turn) % this.#turns.period
    const units = this.#units.splice(from)
    this.#places.length = from
    const before = this.#units
      .map((unit, at) => this.#turns.idAt(unit, this.#places[at]))
      .filter((id) => id !== 0)
    const { vocabulary } = this.#costs(this.#isSpaced)
    this.#sums.fill(0)
    this.#contexts[0] = before.slice(-3).reduce((context, id) => context * vocabulary + id, 0)
    return { place, units, before }
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#isSpaced ? 1 : 0)
    this.#sums.forEach((sum, turn) => {
      writer.int32(sum)
      writer.int32(this.#contexts[turn])
      writer.int32(this.#since[turn])
    })
    writer.uint16(this.#units.length)
    this.#units.forEach((unit, at) => {
      writer.uint16(unit)
      writer.uint16(this.#places[at])
    })
  }
}
