/** Text that is settled for good; finals follow one another without gap or overlap. */
export interface FinalEvent {
  type: 'final'
  /** UTF-16 units from the start of the stream. */
  start: number
  text: string
}

/** Text that may still change; replaces all earlier interim text. */
export interface InterimEvent {
  type: 'interim'
  start: number
  text: string
  /** Probability that it is right, for each UTF-16 unit of `text`. */
  confidence?: readonly number[]
}

/** A cipher's key as events tell it: plain, frozen, and the same through JSON. Its fields are the cipher's. */
export type EventKey = Readonly<Record<string, unknown>>

/** The best belief about the cipher and its key. */
export interface KeyEvent {
  type: 'key'
  start: number
  cipher: string
  key: EventKey
  probability: number
}

/** The end of the stream. */
export interface DoneEvent {
  type: 'done'
  start: number
  cipher: string
  key: EventKey
  probability: number
  /** Letters of the alphabet in the whole stream. */
  letters: number
}

/** All that a session tells, in order. */
export type DecipherEvent = FinalEvent | InterimEvent | KeyEvent | DoneEvent
