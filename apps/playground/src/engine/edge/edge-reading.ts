import type { SessionEvent } from '@runnel/client'
import type { Ending, Frame, Waiting } from '../frame.ts'
import type { BelievedKey, KeyNews, RankedKey } from '../key.ts'
import type { ReadingOptions } from '../options.ts'
import { waitingOf } from '../reading/waiting-of.ts'
import type { DecodedText } from './decoded-text.ts'

/** The parts of a reading at the edge. */
export interface EdgeReadingParts {
  readonly number: number
  readonly options: ReadingOptions
  readonly decoded: DecodedText
  /** All that had come of the text before. */
  readonly text?: string
}

/** A text that the edge reads: all that has been sent, and all that has come of it. */
export class EdgeReading {
  readonly number: number
  readonly options: ReadingOptions
  text: string
  isEnded = false
  /** Whether its end has been sent. */
  isEndSent = false
  /** UTF-16 units that had been sent with each chunk. */
  sent: number[] = []
  settled = ''
  readonly decoded: DecodedText
  #fresh = ''
  #waiting: Waiting = { start: 0, text: '', confidence: new Uint8Array(0) }
  #key: KeyNews | undefined
  #news: KeyNews[] = []
  #candidates: readonly RankedKey[] | undefined
  #ending: Ending | undefined

  constructor({ number, options, decoded, text = '' }: EdgeReadingParts) {
    this.number = number
    this.options = options
    this.decoded = decoded
    this.text = text
  }

  /** Encodings that were taken off, outermost first; empty for none. */
  get encoding(): string {
    return this.decoded.encoding
  }

  /** The key that was told last. */
  get key(): KeyNews | undefined {
    return this.#key
  }

  /** Goes on where another reading of the same text stood. */
  restore(settled: string, key?: BelievedKey & { readonly start: number }): void {
    this.settled = this.#fresh = settled
    this.#waiting = { ...this.#waiting, start: settled.length }
    if (!key) return
    this.#key = { ...key, noticed: key.start + 1 }
    this.#news = [this.#key]
  }

  /** Takes what has come. */
  receive(event: SessionEvent): void {
    switch (event.type) {
      case 'final':
        this.settled += event.text
        this.#fresh += event.text
        // Interim text that stands after it comes with the next event.
        this.#waiting = waitingOf([], this.settled.length)
        break
      case 'interim':
        this.#waiting = waitingOf([event], this.settled.length)
        break
      case 'key': {
        const { start, cipher, key, probability } = event
        this.#key = { start, noticed: start + 1, cipher, key, probability }
        this.#news.push(this.#key)
        break
      }
      case 'candidates':
        this.#candidates = event.candidates
        break
      case 'done': {
        const { cipher, key, probability, letters, fit } = event
        this.#ending = { cipher, key, probability, letters, ...(fit && { fit }) }
        break
      }
    }
  }

  /** Takes out all that has happened since the last frame. */
  takeFrame(): Frame {
    const read = this.#waiting.start + this.#waiting.text.length
    const { encoding, decoded } = this
    decoded.read(this.text, this.isEnded)
    const text = encoding ? decoded.text : this.text
    const frame: Frame = {
      reading: this.number,
      read,
      total: text.length,
      ...(encoding && { encoding, decoded: decoded.takeFresh() }),
      letters: this.#ending?.letters ?? lettersOf(text.slice(0, read)),
      settled: this.#fresh,
      waiting: this.#waiting,
      news: this.#news,
      ...(this.#candidates && { candidates: this.#candidates }),
      names: [],
      columns: [],
      ...(this.#ending?.fit && { fit: this.#ending.fit }),
      speed: 0,
      ...(this.#ending && { ending: this.#ending }),
    }
    this.#fresh = ''
    this.#news = []
    this.#candidates = undefined
    return frame
  }
}

const lettersOf = (text: string): number => text.match(/[a-z]/gi)?.length ?? 0
