import type { NamedKey } from '../../keys/key-family.ts'
import type { ByteWriter } from '../../saving/bytes.ts'

/** A key that has been found, as it reads on: one stream's own. */
export interface KeyInUse {
  readonly named: NamedKey
  /** The plaintext of the unit that comes next. Moves the key on. */
  next(unit: number): number
  /** Reads a text from its start, wherever the key stands. */
  read(text: string): string
  /** Writes down where it stands. */
  save(writer: ByteWriter): void
}
