import { EventOrder, offsetOf } from './event-order.ts'
import { Latch } from './latch.ts'
import type { SessionEvent } from './session-event.ts'

/** Something that waits to be read: an event, or what to do when the reader has come so far. */
type Item = SessionEvent | (() => void)

/** Events above which the session is not connected to again before some have been read. */
const PLENTY = 256

/** Events that have come and not been read. The service sends no more than 256 KiB ahead of the last mark. */
export class Inbox {
  readonly #latch = new Latch()
  readonly #order: EventOrder
  readonly #onRead: (id: string) => void
  #items: Item[] = []
  #given: SessionEvent | undefined
  #lastGiven: string | undefined
  #end: { error?: unknown } | undefined

  /** `onRead` is called with the id of each event when its reader asks for the one after it. */
  constructor(lastEventId: string | undefined, onRead: (id: string) => void) {
    this.#lastGiven = lastEventId
    this.#order = new EventOrder(lastEventId)
    this.#onRead = onRead
  }

  /** Id of the last event that came, to go on from after a lost connection. */
  get lastReceived(): string | undefined {
    return this.#order.lastId
  }

  /** Id of the last event that was given to the reader. */
  get lastGiven(): string | undefined {
    return this.#lastGiven
  }

  /** Takes an event in, once; false when text is missing before it. Interim text that nobody has read is replaced. */
  add(event: SessionEvent): boolean {
    const place = this.#order.take(event)
    if (place !== 'next') return place === 'known'
    const last = this.#items.at(-1)
    if (typeof last === 'object' && last.type === 'interim' && event.type === 'interim') this.#items.pop()
    this.#items.push(event)
    this.#latch.changed()
    return true
  }

  /** Notes that the events up to and with an id are no longer kept: if they have not all come, that is a gap. */
  skip(id: string): void {
    if (!(offsetOf(id) <= offsetOf(this.lastReceived))) this.add({ type: 'gap', id })
  }

  /** Calls back when everything before has been read. */
  addMark(onReached: () => void): void {
    this.#items.push(onReached)
    this.#passMarks()
  }

  /** The next event; nothing after the last. */
  async next(): Promise<IteratorResult<SessionEvent, undefined>> {
    if (this.#given && this.#given.type !== 'interim') this.#onRead(this.#given.id)
    this.#given = undefined
    await this.#latch.until(() => this.#items.length > 0 || this.#end !== undefined)
    const event = this.#items.shift()
    if (typeof event !== 'object') {
      if (this.#end && 'error' in this.#end) throw this.#end.error
      return { done: true, value: undefined }
    }
    this.#given = event
    if (event.type !== 'interim') this.#lastGiven = event.id
    this.#passMarks()
    return { done: false, value: event }
  }

  /** Resolves when little waits to be read. */
  room(): Promise<void> {
    return this.#latch.until(() => this.#items.length < PLENTY || this.#end !== undefined)
  }

  /** No more events come; what waits can still be read. */
  end(): void {
    this.#end ??= {}
    this.#latch.changed()
  }

  /** As `end`, and then the reader gets an error. */
  fail(error: unknown): void {
    this.#end ??= { error }
    this.#latch.changed()
  }

  #passMarks(): void {
    while (typeof this.#items[0] === 'function') (this.#items.shift() as () => void)()
    this.#latch.changed()
  }
}
