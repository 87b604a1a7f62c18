import type { Frame, Inspection, KeyNews, NamedKey, Started } from '../../engine/index.ts'
import { ColumnShelf } from './column-shelf.ts'
import { type Moment, NO_MOMENT } from './moment.ts'

/** Moments that are kept for playing back and forth. */
const MOST_MOMENTS = 3000

/** All that an engine has told about one reading of a text. */
export class ReadingLog {
  readonly reading: number
  readonly columns = new ColumnShelf()
  readonly names: NamedKey[] = []
  started: Started | undefined
  settled = ''
  /** Encodings that were taken off, and what came out of them; empty where there are none. */
  encoding = ''
  decoded = ''
  letters = 0
  total = 0
  speed = 0
  stopped = false
  latest: Moment = NO_MOMENT
  readonly #moments = new Map<number, Moment>()

  readonly #letters: string | undefined

  /** @param letters those that the keys move, where they are not the Latin ones */
  constructor(reading: number, letters?: string) {
    this.reading = reading
    this.#letters = letters
  }

  /** Keys, which say what letters they move. */
  #tagged<Key extends NamedKey>(keys: readonly Key[]): readonly Key[] {
    const letters = this.#letters
    return letters === undefined ? keys : keys.map((key) => ({ ...key, over: letters }))
  }

  /** Takes what a slice of reading has told. */
  take(frame: Frame): void {
    this.settled += frame.settled
    if (frame.encoding) {
      this.encoding = frame.encoding
      this.decoded += frame.decoded ?? ''
    }
    this.letters = frame.letters
    this.total = frame.total
    this.speed = frame.speed || this.speed
    this.stopped = frame.stopped ?? false
    this.names.push(...this.#tagged(frame.names))
    this.columns.add(frame.columns)
    const fit = frame.ending?.fit ?? frame.fit ?? this.latest.fit
    const [ending = this.latest.ending] = frame.ending ? this.#tagged([frame.ending]) : []
    this.latest = {
      read: frame.read,
      settled: this.settled.length,
      waiting: frame.waiting,
      candidates: frame.candidates ? this.#tagged(frame.candidates) : this.latest.candidates,
      news: frame.news.length > 0 ? [...this.latest.news, ...this.#tagged(frame.news)] : this.latest.news,
      ...(fit && { fit }),
      ...(ending && { ending }),
      isLatest: true,
    }
  }

  /** Takes what was told about a moment of the past. */
  takeInspection(read: number, inspection: Inspection): void {
    this.names.push(...this.#tagged(inspection.names))
    this.columns.add(inspection.columns)
    this.#moments.delete(read)
    this.#moments.set(read, {
      read,
      settled: inspection.settled,
      waiting: inspection.waiting,
      candidates: this.#tagged(inspection.candidates),
      news: this.newsAt(read),
      isLatest: false,
    })
    for (const key of this.#moments.keys()) {
      if (this.#moments.size <= MOST_MOMENTS) break
      this.#moments.delete(key)
    }
  }

  /** The moment at which so much had been read, where it is known. */
  momentAt(read: number): Moment | undefined {
    return read >= this.latest.read ? this.latest : this.#moments.get(read)
  }

  /** News that had come when so much had been read. */
  newsAt(read: number): KeyNews[] {
    return this.latest.news.filter(({ noticed }) => noticed <= read)
  }
}
