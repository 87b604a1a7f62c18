import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { EARLY } from './constants.ts'

/** A key that read the text from somewhere on: the key, and where, in UTF-16 units from the start of the stream. */
interface Past<Found> {
  readonly found: Found
  readonly from: number
}

/** The means to read by keys that were found, and to save them. */
interface PastMeans<Found> {
  use(found: Found): Pick<PossibleKey, 'read'>
  readFound(saved: ByteReader): Found
  saveFound(found: Found, writer: ByteWriter): void
}

/** The keys that the beginning of a stream was read by, before another took over: what candidates read starts there. */
export class PastKeys<Found> {
  readonly #means: PastMeans<Found>
  readonly #keys: Past<Found>[] = []

  constructor(means: PastMeans<Found>, saved?: ByteReader) {
    this.#means = means
    if (!saved) return
    for (let left = saved.uint16(); left > 0; left--) {
      const from = saved.uint16()
      saved.demand(from < EARLY && from >= (this.#keys.at(-1)?.from ?? 0))
      this.#keys.push({ from, found: means.readFound(saved) })
    }
  }

  /** Takes in a key that reads from there on, after those before. */
  push(found: Found, from: number): void {
    if (from < EARLY) this.#keys.push({ found, from })
  }

  /** Keys that read the text from somewhere on, as those that read it from its start. */
  before(keys: PossibleKey[], from: number): PossibleKey[] {
    if (from === 0) return keys
    return keys.map((key) => ({
      ...key,
      read: (text) => this.#read(text.slice(0, from)) + key.read(text.slice(from)),
    }))
  }

  /** Each key reads up to where the next one begins; what comes before the first stays. */
  #read(text: string): string {
    const keys = this.#keys
    const first = text.slice(0, keys[0]?.from)
    const parts = keys.map(({ found, from }, i) =>
      this.#means.use(found).read(text.slice(from, keys[i + 1]?.from)),
    )
    return first + parts.join('')
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#keys.length)
    for (const { from, found } of this.#keys) {
      writer.uint16(from)
      this.#means.saveFound(found, writer)
    }
  }
}
