import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { SOLVES } from './constants.ts'
import type { Sparing } from './trouble.ts'

/**
 * The letters of a text with which its key is sought anew. A search that spares trouble, and has no hope, waits for half as
 * many letters again.
 */
export class Pace {
  readonly #sparing: Sparing | undefined
  /** Whether the latest search came near text without a key. */
  #isHopeful = false
  /** Letters with which the key was sought last, without hope; 0 before. */
  #inVain = 0
  /** Letters with which the key was sought last; 0 before. */
  latest = 0

  constructor(sparing: Sparing | undefined, saved?: ByteReader) {
    this.#sparing = sparing
    if (!saved) return
    this.#isHopeful = saved.uint16() === 1
    this.#inVain = saved.uint16()
    this.latest = saved.uint16()
  }

  /** Whether it is worth all trouble. */
  get isHopeful(): boolean {
    return this.#isHopeful || !this.#sparing
  }

  /** Whether a key is sought with so many letters, of which some more have come already. */
  isDue(letters: number, ahead: number): boolean {
    if (!SOLVES.includes(letters) || SOLVES.some((next) => next > letters && next <= letters + ahead)) {
      return false
    }
    return this.isHopeful || letters >= (this.#sparing?.again ?? 0) * this.#inVain
  }

  /** Takes note that the key is sought with so many letters. */
  begin(letters: number): void {
    this.latest = letters
  }

  /** Takes note of what was found with so many letters. */
  note(isHopeful: boolean, letters: number): void {
    this.#isHopeful = isHopeful
    if (!isHopeful) this.#inVain = letters
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#isHopeful ? 1 : 0)
    writer.uint16(this.#inVain)
    writer.uint16(this.latest)
  }
}
