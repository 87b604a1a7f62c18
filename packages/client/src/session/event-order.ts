import type { SessionEvent } from './session-event.ts'

/** Place of an event in its session, which stands at the end of its id; 0 before the first. */
export const offsetOf = (id = '-0'): number => Number(id.slice(id.lastIndexOf('-') + 1))

/**
 * Order of the events that have come. What lies between client and service may send a message twice or late: an event
 * that has come is passed over, and one before which text is missing is told apart.
 */
export class EventOrder {
  #lastId: string | undefined
  #lastType: SessionEvent['type'] | undefined
  /** UTF-16 units of the text so far; of a session that was gone on with, once a final has told. */
  #end: number | undefined

  /** `lastId` is the id of the last event that came before. */
  constructor(lastId: string | undefined) {
    this.#lastId = lastId
    if (lastId === undefined) this.#end = 0
  }

  /** Id of the last event that came. */
  get lastId(): string | undefined {
    return this.#lastId
  }

  /** Takes note of an event: `next` to what has come, `known` already, or `missing` something before it. */
  take(event: SessionEvent): 'next' | 'known' | 'missing' {
    if (event.type === 'interim') return 'next'
    if (this.#isKnown(event)) return 'known'
    if (event.type === 'gap') this.#end = undefined
    else if (event.type === 'final' || event.type === 'done') {
      if (event.start !== (this.#end ?? event.start)) return 'missing'
      this.#end = event.start + (event.type === 'final' ? event.text.length : 0)
    }
    this.#lastId = event.id
    this.#lastType = event.type
    return 'next'
  }

  /** Where text is told as one final, the key and candidates that belong to it come with the id of what came before. */
  #isKnown({ id, type }: Exclude<SessionEvent, { type: 'interim' }>): boolean {
    const [offset, last] = [offsetOf(id), offsetOf(this.#lastId)]
    if (offset !== last || this.#lastId === undefined) return offset < last
    return type === this.#lastType || type === 'final' || type === 'done'
  }
}
