import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { MOST_BEGINNING } from './constants.ts'

/** Text that nothing explains so far, from its start. It begins anew where it grows too long. */
export class Beginning {
  /** UTF-16 units from the start of the stream. */
  start = 0
  letters = 0
  readonly units: number[] = []

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.start = saved.float64()
    this.letters = saved.uint16()
    const length = saved.uint16()
    const isSound = Number.isSafeInteger(this.start) && this.start >= 0 && length <= MOST_BEGINNING
    saved.demand(isSound && this.letters <= length)
    for (let i = 0; i < length; i++) this.units.push(saved.uint16())
  }

  record({ unit, position }: CipherSymbol, isLetter: boolean): void {
    if (this.units.length === MOST_BEGINNING) this.clear()
    if (this.units.length === 0) this.start = position
    this.units.push(unit)
    if (isLetter) this.letters++
  }

  clear(): void {
    this.units.length = 0
    this.letters = 0
  }

  save(writer: ByteWriter): void {
    writer.float64(this.start)
    writer.uint16(this.letters)
    writer.uint16(this.units.length)
    for (const unit of this.units) writer.uint16(unit)
  }
}
