import type { NamedKey } from '../../keys/key-family.ts'
import type { ByteWriter } from '../../saving/bytes.ts'

/** A key that has been found, as it reads on: one stream's own. */
export interface KeyInUse {
  readonly named: NamedKey
  /** Probability of the key as it is named; 1 unless given. */
  readonly probability?: number
  /** Its places, where a letter that is lost or doubled does no more than turn it. */
  readonly turns?: Turns | undefined
  /** The plaintext of the unit that comes next. Moves the key on. */
  next(unit: number): number
  /** Reads a text from its start, wherever the key stands. */
  read(text: string): string
  /** Writes down where it stands. */
  save(writer: ByteWriter): void
}

/** The places of a key that takes them in turn. */
export interface Turns {
  /** Number of them. */
  readonly period: number
  /** The one that the next letter is read by. */
  place: number
  /** Token id of a unit as a place reads it; 0 for what is no symbol. */
  idAt(unit: number, place: number): number
  /** The same by each place, valid until the next call. */
  idsOf(unit: number): Uint8Array
}
