import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { REST } from './constants.ts'

/** The letters for which dear keys rest: twice as many each time, up to a limit, so that text that nothing explains stays cheap. */
export class DearRest {
  #left = 0
  #next: number = REST.first

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#left = saved.uint16()
    this.#next = saved.uint16()
    saved.demand(this.#next >= REST.first && this.#next <= REST.most && this.#left <= REST.most)
  }

  get isUnderWay(): boolean {
    return this.#left > 0
  }

  begin(): void {
    this.#left = this.#next
    this.#next = Math.min(REST.most, 2 * this.#next)
  }

  /** Forgets how often it was of no use. */
  forget(): void {
    this.#next = REST.first
  }

  /** Takes a symbol in. @returns whether it falls into the rest */
  takes(isLetter: boolean): boolean {
    if (!this.isUnderWay) return false
    if (isLetter) this.#left--
    return true
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#left)
    writer.uint16(this.#next)
  }
}
