import type { Chunk } from '@runnel/core'
import type { Decipherer, SessionWatch } from '../decipherer.ts'
import { readHeld, saveHeld } from '../encodings/held-snapshot.ts'
import { SessionEndedError } from '../errors.ts'
import type { InSteps } from '../in-steps.ts'
import { TextInput } from '../input/text-input.ts'
import { eventKeyOf } from '../keys/event-key.ts'
import { checkFingerprint, readFingerprint, saveFingerprint } from '../saving/fingerprint.ts'
import { SectionWriter } from '../saving/sections.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent, DoneEvent, KeyEvent } from '../session/events.ts'
import type { BestKey } from '../session/inference.ts'
import { type StoppingSession, within } from '../session/stepped-session.ts'
import { FlagHead } from './flag-head.ts'
import type { FlagReader } from './read-flag.ts'
import { shifted, shiftedWatch } from './shifted.ts'

/** The parts of a session that reads flags. */
export interface FlagOptions {
  readonly decipherer: Decipherer
  readonly reader: FlagReader
  /** Tells it from every other, so that a snapshot is never restored into another. */
  readonly name: string
}

/**
 * A session that reads a flag at the beginning of a stream by what flags begin with, and leaves all else to another. As
 * long as the text may be a flag, the other one reads it too, and what it calls final waits.
 */
export class FlagSession implements StoppingSession {
  readonly #options: FlagOptions
  readonly #watch: SessionWatch | undefined
  readonly #input: TextInput
  readonly #head: FlagHead
  /** The key of a flag that was read. */
  #key: BestKey | undefined
  /** UTF-16 units and letters of the flag, and letters after it. */
  #offset = 0
  #letters = 0
  #later = 0
  #session: DecipherSession
  #ended = false

  constructor(options: FlagOptions, snapshot?: Uint8Array | ArrayBuffer, watch?: SessionWatch) {
    this.#options = options
    this.#watch = shiftedWatch(watch, () => this.#offset)
    const saved = snapshot === undefined ? undefined : decodeSnapshot(snapshot)
    if (saved) checkFingerprint({ flags: options.name }, readFingerprint(saved.section('fingerprint')))
    this.#input = new TextInput(saved?.section('input'))
    this.#head = new FlagHead(options.reader, saved?.section('head'))
    const own = saved?.section('flag')
    if (own) {
      this.#ended = own.uint16() === 1
      const counts = [own.float64(), own.float64(), own.float64()]
      own.demand(counts.every((count) => Number.isSafeInteger(count) && count >= 0))
      ;[this.#offset, this.#letters, this.#later] = counts
      const key = own.text()
      if (key !== '') this.#key = { ...JSON.parse(key), probability: own.float64() }
    }
    const inner = own && readHeld(own)
    saved?.end()
    this.#session = options.decipherer.createSession(inner, this.#watch)
  }

  *push(chunk: Chunk, stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    return yield* this.#read(this.#input.read(chunk), stops)
  }

  *settle(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    const released = this.#head.release()
    return [...released, ...this.#shifted(yield* within(this.#session, stops).settle())]
  }

  *flush(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) return []
    const events = yield* this.#read(this.#input.end(), stops)
    this.#ended = true
    const released = this.#head.release()
    return [...events, ...released, ...this.#shifted(yield* within(this.#session, stops).flush())]
  }

  snapshot(): Uint8Array {
    const inner = this.#session.snapshot()
    const sections = new SectionWriter()
    saveFingerprint({ flags: this.#options.name }, sections.section('fingerprint'))
    this.#input.save(sections.section('input'))
    this.#head.save(sections.section('head'))
    const own = sections.section('flag')
    own.uint16(this.#ended ? 1 : 0)
    for (const count of [this.#offset, this.#letters, this.#later]) own.float64(count)
    const key = this.#key
    own.text(key ? JSON.stringify({ cipher: key.cipher, key: key.key }) : '')
    if (key) own.float64(key.probability)
    saveHeld(inner, own)
    return encodeSnapshot(sections)
  }

  free(): void {
    this.#ended = true
    this.#session.free()
  }

  *#read(text: string, stops: boolean): InSteps<DecipherEvent[]> {
    if (!this.#head.isOpen) return yield* this.#pass(text, stops)
    const { flag, taken, end } = this.#head.take(text)
    if (!flag) return this.#head.withhold(yield* this.#pass(text, stops))
    const { text: plaintext, cipher, key, probability } = flag
    this.#key = { cipher, key: eventKeyOf(key), probability }
    this.#offset = plaintext.length
    this.#letters = lettersIn(taken)
    this.#later = 0
    this.#session.free()
    this.#session = this.#options.decipherer.createSession(undefined, this.#watch)
    return [
      { type: 'key', start: 0, ...this.#key } as KeyEvent,
      { type: 'final', start: 0, text: plaintext },
      ...(yield* this.#pass(text.slice(end), stops)),
    ]
  }

  /** Has the other session read text, an empty one too: it throws after the end as any other does. */
  *#pass(text: string, stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#key) this.#later += lettersIn(text)
    return this.#shifted(yield* within(this.#session, stops).push(text))
  }

  /** Events of the other session as those of the whole stream. */
  #shifted(events: DecipherEvent[]): DecipherEvent[] {
    const key = this.#key
    if (!key) return events
    return events
      .map((event) => shifted(event, { units: this.#offset, letters: this.#letters }))
      .map((event) =>
        event.type === 'done' && this.#later === 0 ? ({ ...event, ...key } as DoneEvent) : event,
      )
      .filter((event) => event.type !== 'key' || this.#later > 0)
  }
}

const latin = /[a-z]/gi
const lettersIn = (text: string): number => text.match(latin)?.length ?? 0
