import type { Belief } from '../belief/belief.ts'
import type { NamedKey } from '../keys/key-family.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { KeyEvent } from '../session/events.ts'
import type { BestKey } from '../session/inference.ts'

/** Tells the best key of a stream when it is another, or probable enough for the first time. */
export class KeyTeller {
  /** Probability from which on a key is worth telling again. */
  readonly #enough: number
  #told: NamedKey | undefined
  /** The same as JSON: a key is the same whichever belief it comes from. */
  #toldText = ''
  #toldSure = false

  constructor(enough: number, saved?: ByteReader) {
    this.#enough = enough
    if (!saved) return
    this.#toldText = saved.text()
    this.#toldSure = saved.uint16() === 1
  }

  /** The event to be told after the symbol at `start` was read, if there is one. */
  tell(belief: Belief, start: number): KeyEvent | undefined {
    const { key } = belief
    const isSure = belief.probability >= this.#enough
    if (this.#isTold(key) && (this.#toldSure || !isSure)) return undefined
    this.#told = key
    this.#toldText = JSON.stringify(key)
    this.#toldSure = isSure
    return { type: 'key', start, ...bestKeyOf(belief) } as KeyEvent
  }

  save(writer: ByteWriter): void {
    writer.text(this.#toldText)
    writer.uint16(this.#toldSure ? 1 : 0)
  }

  #isTold(key: NamedKey): boolean {
    if (this.#told === key) return true
    if (JSON.stringify(key) !== this.#toldText) return false
    this.#told = key
    return true
  }
}

/** The best key and its probability, as events tell them. */
export const bestKeyOf = ({ key, probability }: Belief): BestKey => ({
  cipher: key.cipher,
  key: key.key,
  probability: Math.min(1, probability),
})
