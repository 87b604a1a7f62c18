import { isLowSurrogate } from '@runnel/core'
import type { NamedKey } from '../../keys/key-family.ts'
import type { PeriodicFamily } from '../../keys/periodic-family.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { KeyInUse, Turns } from '../locked/key-in-use.ts'
import type { ColumnPlan } from './column-plan.ts'
import { longestPeriod } from './lane.ts'

/** A key that repeats, once it has been found. */
export interface FoundKey {
  /** Value of each place. */
  readonly key: Uint8Array
  /** Whether every character moves the key on; else letters alone do. */
  readonly over: boolean
  /** That of the key, which is 1 but where places read one letter each, and most of the text is certain without them. */
  readonly probability: number
}

/** A key that repeats, as it reads on. */
export class PeriodicKeyInUse implements KeyInUse, Turns {
  readonly named: NamedKey
  readonly read: (text: string) => string
  readonly probability: number
  readonly #family: PeriodicFamily
  readonly #over: boolean
  /** Values of the places as they are now: those of an autokey become letters of the text. */
  readonly #values: Uint8Array
  readonly #idOf: (unit: number) => number
  readonly #letterIds: Uint8Array
  readonly #ids: Uint8Array
  place = 0

  constructor(plan: ColumnPlan, { key, over, probability }: FoundKey, saved?: ByteReader) {
    this.probability = probability
    this.named = plan.nameOf(key, over)
    this.read = plan.readerOf(key, over)
    this.#family = plan.alphabet.family
    this.#over = over
    this.#values = key.slice()
    this.#ids = new Uint8Array(key.length)
    this.#idOf = plan.alphabet.idOf
    this.#letterIds = plan.alphabet.letterIds
    if (!saved) return
    const { size } = this.#family.alphabet
    this.#values = this.#values.map(() => saved.uint16())
    this.place = saved.uint16()
    saved.demand(this.#values.every((value) => value < size) && this.place < key.length)
  }

  get period(): number {
    return this.#values.length
  }

  /** Itself, unless its values are letters of the text: of those one would be missing. */
  get turns(): Turns | undefined {
    const { follows, isBytes } = this.#family
    return follows || isBytes || this.period === 1 ? undefined : this
  }

  idAt(unit: number, place: number): number {
    const { alphabet, rows } = this.#family
    const letter = alphabet.indexOf(unit)
    return letter === -1
      ? this.#idOf(unit)
      : this.#letterIds[rows[this.#values[place] * alphabet.size + letter]]
  }

  idsOf(unit: number): Uint8Array {
    const { alphabet, rows } = this.#family
    const [ids, values, letterIds, letter] = [
      this.#ids,
      this.#values,
      this.#letterIds,
      alphabet.indexOf(unit),
    ]
    if (letter === -1) return ids.fill(this.#idOf(unit))
    for (let place = 0; place < ids.length; place++) {
      ids[place] = letterIds[rows[values[place] * alphabet.size + letter]]
    }
    return ids
  }

  next(unit: number): number {
    const { alphabet, rows, follows } = this.#family
    const letter = alphabet.indexOf(unit)
    const place = this.place
    if (letter !== -1 || (this.#over && !isLowSurrogate(unit))) {
      this.place = (place + 1) % this.#values.length
    }
    if (letter === -1) return unit
    const read = rows[this.#values[place] * alphabet.size + letter]
    if (follows) this.#values[place] = follows === 'plaintext' ? read : letter
    return alphabet.letterAt(read, unit)
  }

  save(writer: ByteWriter): void {
    for (const value of this.#values) writer.uint16(value)
    writer.uint16(this.place)
  }
}

/** The key that a snapshot says was found. @throws SnapshotFormatError */
export const readFound = (reader: ByteReader, family: PeriodicFamily): FoundKey => {
  const over = reader.uint16() === 1
  const period = reader.uint16()
  reader.demand(period > 0 && period <= longestPeriod(family))
  const key = new Uint8Array(period).map(() => reader.uint16())
  const probability = reader.float64()
  reader.demand(key.every((value) => value < family.values.length) && probability > 0 && probability <= 1)
  return { key, over, probability }
}

/** Writes it down. */
export const saveFound = ({ key, over, probability }: FoundKey, writer: ByteWriter): void => {
  writer.uint16(over ? 1 : 0)
  writer.uint16(key.length)
  for (const value of key) writer.uint16(value)
  writer.float64(probability)
}
