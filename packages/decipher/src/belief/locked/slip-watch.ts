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
  /** Sums, and the latest three token ids, a byte each, the latest highest: of each turn, that of none first. */
  readonly #sums: Int32Array
  readonly #contexts: Int32Array
  /** Units read, and before each sum began. */
  #read = 0
  readonly #begun: Float64Array
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
    this.#begun = new Float64Array(period)
    if (!saved) return
    this.#isSpaced = saved.uint16() === 1
    const { table, vocabulary } = costs(this.#isSpaced)
    for (let turn = 0; turn < period; turn++) {
      this.#sums[turn] = saved.int32()
      const place = saved.int32()
      saved.demand(place >= 0 && place * vocabulary < table.length)
      this.#contexts[turn] = contextAt(place, vocabulary)
      this.#begun[turn] = -saved.int32()
    }
    saved.demand(this.#sums.every((sum) => sum >= 0) && this.#begun.every((begun) => begun <= 0))
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
    this.#read++
    if (this.#turns.idAt(unit, place) === 0) return undefined
    if (!isLetter) this.#isSpaced = true
    const turn = this.#weigh(unit, place)
    return turn === 0 ? undefined : this.#slip(turn)
  }

  /** Weighs a symbol by each turn. @returns the turn that is next to certain, or 0 */
  #weigh(unit: number, place: number): number {
    const { table, vocabulary: one } = this.#costs(this.#isSpaced)
    const [two, three] = [one ** 2, one ** 3]
    const { period } = this.#turns
    const ids = this.#turns.idsOf(unit)
    const [sums, contexts] = [this.#sums, this.#contexts]
    const before = contexts[0]
    const cost =
      table[(before & 0xff) * three + ((before >>> 8) & 0xff) * two + (before >>> 16) * one + ids[place]]
    contexts[0] = (before >>> 8) | (ids[place] << 16)
    let [best, most, other] = [0, 0, place]
    // The letter before once more, as far as it says so itself: a turn back leaves it out.
    const doubled = unit === this.#units.at(-2) ? period - 1 : 0
    for (let turn = 1; turn < period; turn++) {
      if (++other === period) other = 0
      const id = ids[other]
      const isNew = sums[turn] === 0
      if (isNew && turn === doubled) {
        sums[turn] = 1
        contexts[turn] = before
        this.#begun[turn] = this.#read - 1
        continue
      }
      const latest = isNew ? before : contexts[turn]
      const at = (latest & 0xff) * three + ((latest >>> 8) & 0xff) * two + (latest >>> 16) * one + id
      const sum = Math.max(0, sums[turn] + cost - table[at])
      sums[turn] = sum
      contexts[turn] = (latest >>> 8) | (id << 16)
      if (isNew) this.#begun[turn] = this.#read - 1
      const excess = sum - (turn === 1 || turn === period - 1 ? SLIP.near : SLIP.far)
      if (excess > most) {
        best = turn
        most = excess
      }
    }
    return best
  }

  /** The slip by a turn: begins anew with the text before it. */
  #slip(turn: number): Slip {
    const from = Math.max(0, this.#units.length - (this.#read - this.#begun[turn]))
    const place = (this.#places[from] + turn) % this.#turns.period
    const units = this.#units.splice(from)
    this.#places.length = from
    const before = this.#units
      .map((unit, at) => this.#turns.idAt(unit, this.#places[at]))
      .filter((id) => id !== 0)
    this.#sums.fill(0)
    this.#contexts[0] = before.slice(-3).reduce((context, id) => (context >>> 8) | (id << 16), 0)
    return { place, units, before }
  }

  save(writer: ByteWriter): void {
    const { vocabulary } = this.#costs(this.#isSpaced)
    writer.uint16(this.#isSpaced ? 1 : 0)
    this.#sums.forEach((sum, turn) => {
      writer.int32(sum)
      writer.int32(placeOf(this.#contexts[turn], vocabulary))
      writer.int32(this.#read - this.#begun[turn])
    })
    writer.uint16(this.#units.length)
    this.#units.forEach((unit, at) => {
      writer.uint16(unit)
      writer.uint16(this.#places[at])
    })
  }
}

/** The place in a table of costs of three token ids, and the other way about. */
const placeOf = (context: number, vocabulary: number): number =>
  ((context & 0xff) * vocabulary + ((context >>> 8) & 0xff)) * vocabulary + (context >>> 16)

const contextAt = (place: number, vocabulary: number): number => {
  const rest = Math.floor(place / vocabulary)
  return Math.floor(rest / vocabulary) | ((rest % vocabulary) << 8) | ((place - rest * vocabulary) << 16)
}
