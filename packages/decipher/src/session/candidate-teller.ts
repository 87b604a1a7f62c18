import { isHighSurrogate, isLowSurrogate } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import { BEGINNING } from './constants.ts'
import type { Candidate, CandidatesEvent } from './events.ts'
import type { InferenceStream, PossibleKey } from './inference.ts'

/** The stream whose keys are told. */
type Weighing = Pick<InferenceStream, 'weighed' | 'possibleKeys'>

/** Tells the most probable keys of a stream, and the beginning of the stream as each reads it, where they have changed. */
export class CandidateTeller {
  readonly #most: number
  readonly #stream: Weighing
  /** The text that the stream begins with. */
  #beginning = ''
  /** The candidates told last, as JSON, without their texts, which follow from them. */
  #told = ''

  /** Takes up what `save` wrote: the stream's belief, restored, says what was told last. */
  constructor(most: number, stream: Weighing, saved?: ByteReader) {
    this.#most = most
    this.#stream = stream
    if (!saved) return
    const length = saved.uint16()
    saved.demand(length <= BEGINNING + 1)
    for (let i = 0; i < length; i++) this.#beginning += String.fromCharCode(saved.uint16())
    if (length > 0) this.#told = this.#inWords(this.#best())
  }

  /** Takes note of text that the stream has read. It never splits a surrogate pair. */
  read(text: string): void {
    const left = BEGINNING - this.#beginning.length
    if (left <= 0) return
    const splitsPair = isHighSurrogate(text.charCodeAt(left - 1)) && isLowSurrogate(text.charCodeAt(left))
    this.#beginning += text.slice(0, splitsPair ? left + 1 : left)
  }

  /** The candidates, unless they were told before; in any case where that is asked for. */
  tell(always = false): CandidatesEvent[] {
    const best = this.#best()
    const words = this.#inWords(best)
    if (words === this.#told && !always) return []
    this.#told = words
    const candidates = best.map(({ read, ...key }) => ({ ...key, text: read(this.#beginning) }) as Candidate)
    return [{ type: 'candidates', start: this.#stream.weighed, candidates }]
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#beginning.length)
    for (let i = 0; i < this.#beginning.length; i++) writer.uint16(this.#beginning.charCodeAt(i))
  }

  #inWords(keys: readonly PossibleKey[]): string {
    return JSON.stringify([this.#beginning.length, keys])
  }

  /** The most probable keys, each once, the first of equals first. */
  #best(): PossibleKey[] {
    const keys = new Map<string, PossibleKey>()
    for (const key of this.#stream.possibleKeys()) {
      const name = JSON.stringify([key.cipher, key.key])
      const known = keys.get(name)
      keys.set(name, known ? { ...known, probability: known.probability + key.probability } : key)
    }
    return [...keys.values()]
      .sort((a, b) => b.probability - a.probability)
      .slice(0, this.#most)
      .map((key) => ({ ...key, probability: Math.min(1, key.probability) }))
  }
}
