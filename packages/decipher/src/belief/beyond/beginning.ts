import type { Alphabet } from '@runnel/core'
import type { InSteps } from '../../in-steps.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { readInSteps } from '../begun.ts'
import type { Belief } from '../belief.ts'
import { MOST_BEGINNING } from './constants.ts'
import { MakeUp } from './make-up.ts'

/** Text that nothing explains so far, from its start, for as long as it is not full. */
export class Beginning {
  /** UTF-16 units from the start of the stream. */
  start = 0
  readonly units: number[] = []
  made: MakeUp

  constructor(saved?: ByteReader) {
    this.made = new MakeUp(saved)
    if (!saved) return
    this.start = saved.float64()
    const length = saved.uint16()
    const isSound = Number.isSafeInteger(this.start) && this.start >= 0 && length <= MOST_BEGINNING
    saved.demand(isSound && this.made.letters <= length)
    for (let i = 0; i < length; i++) this.units.push(saved.uint16())
  }

  get isFull(): boolean {
    return this.units.length === MOST_BEGINNING
  }

  /** Takes in a symbol, and the number of its letter in the alphabet, or -1. */
  record({ unit, position }: CipherSymbol, letter: number): void {
    if (this.units.length === 0) this.start = position
    this.units.push(unit)
    this.made.record(unit, letter)
  }

  /** Has a belief read all of it, with letters of an alphabet. */
  *readBy(belief: Belief, { indexOf }: Alphabet, stops: boolean): InSteps<void> {
    let ahead = this.made.letters
    let position = this.start
    for (const unit of this.units) {
      if (indexOf(unit) !== -1) ahead--
      yield* readInSteps(belief, { unit, index: -1, position }, { stops, share: 1, ahead })
      position++
      yield
    }
  }

  clear(): void {
    this.units.length = 0
    this.made = new MakeUp()
  }

  save(writer: ByteWriter): void {
    this.made.save(writer)
    writer.float64(this.start)
    writer.uint16(this.units.length)
    for (const unit of this.units) writer.uint16(unit)
  }
}
