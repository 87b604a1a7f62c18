import type { Chunk } from '@runnel/core'
import type { Decipherer, SessionWatch } from '../decipherer.ts'
import { readHeld, saveHeld } from '../encodings/held-snapshot.ts'
import { SessionEndedError } from '../errors.ts'
import type { InSteps } from '../in-steps.ts'
import { TextInput } from '../input/text-input.ts'
import { checkFingerprint, readFingerprint, saveFingerprint } from '../saving/fingerprint.ts'
import { SectionWriter } from '../saving/sections.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent } from '../session/events.ts'
import { type StoppingSession, within } from '../session/stepped-session.ts'
import { Heading } from './heading.ts'
import { shifted, shiftedWatch } from './shifted.ts'

/** Probability of a key from which on a heading is held to be written with it, as what follows may be. */
const SURE = 0.9

const NO_KEY = ['plain', 'unknown']

/** A session that leaves the heading of a text as it stands, and has another read what follows. */
export class HeadSession implements StoppingSession {
  readonly #decipherer: Decipherer
  readonly #input: TextInput
  readonly #heading: Heading
  readonly #session: DecipherSession
  /** UTF-16 units and letters of the heading. */
  #units = 0
  #letters = 0
  #ended = false

  constructor(decipherer: Decipherer, snapshot?: Uint8Array | ArrayBuffer, watch?: SessionWatch) {
    this.#decipherer = decipherer
    const saved = snapshot === undefined ? undefined : decodeSnapshot(snapshot)
    if (saved) checkFingerprint({ heads: '1' }, readFingerprint(saved.section('fingerprint')))
    this.#input = new TextInput(saved?.section('input'))
    this.#heading = new Heading(saved?.section('heading'))
    const held = saved?.section('held')
    if (held) {
      this.#ended = held.uint16() === 1
      this.#units = held.uint16()
      this.#letters = held.uint16()
    }
    const inner = held && readHeld(held)
    saved?.end()
    this.#session = decipherer.createSession(
      inner,
      shiftedWatch(watch, () => this.#units),
    )
  }

  *push(chunk: Chunk, stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    return yield* this.#read(this.#input.read(chunk), stops)
  }

  *settle(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    const events = this.#heading.isOpen ? yield* this.#leave('', stops) : []
    return [...events, ...this.#shifted(yield* within(this.#session, stops).settle())]
  }

  *flush(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) return []
    const events = yield* this.#read(this.#input.end(), stops)
    // Nothing follows that it would be the heading of.
    if (this.#heading.isOpen) events.push(...(yield* this.#leave('', stops)))
    this.#ended = true
    return [...events, ...this.#shifted(yield* within(this.#session, stops).flush())]
  }

  snapshot(): Uint8Array {
    const inner = this.#session.snapshot()
    const sections = new SectionWriter()
    saveFingerprint({ heads: '1' }, sections.section('fingerprint'))
    this.#input.save(sections.section('input'))
    this.#heading.save(sections.section('heading'))
    const held = sections.section('held')
    held.uint16(this.#ended ? 1 : 0)
    held.uint16(this.#units)
    held.uint16(this.#letters)
    saveHeld(inner, held)
    return encodeSnapshot(sections)
  }

  free(): void {
    this.#ended = true
    this.#session.free()
  }

  *#read(text: string, stops: boolean): InSteps<DecipherEvent[]> {
    if (!this.#heading.isOpen) return this.#shifted(yield* within(this.#session, stops).push(text))
    const end = this.#heading.take(text)
    if (!this.#heading.isOpen) return yield* this.#leave(text.slice(end), stops)
    if (text === '') return []
    return [{ type: 'interim', start: 0, text: this.#heading.text }]
  }

  /** Gives the heading as it stands, and what follows to the session; all of it, where the heading has a key. */
  *#leave(after: string, stops: boolean): InSteps<DecipherEvent[]> {
    const { heading, rest } = this.#heading.close()
    const follows = rest + after
    const inner = within(this.#session, stops)
    if (heading === '' || (yield* this.#hasKey(heading, stops))) return yield* inner.push(heading + follows)
    this.#units = heading.length
    this.#letters = heading.match(/[a-z]/gi)?.length ?? 0
    return [{ type: 'final', start: 0, text: heading }, ...this.#shifted(yield* inner.push(follows))]
  }

  *#hasKey(heading: string, stops: boolean): InSteps<boolean> {
    const session = this.#decipherer.createSession()
    const inner = within(session, stops)
    yield* inner.push(heading)
    const done = (yield* inner.flush()).at(-1)
    session.free()
    return done?.type === 'done' && !NO_KEY.includes(done.cipher) && done.probability >= SURE
  }

  #shifted(events: DecipherEvent[]): DecipherEvent[] {
    if (this.#units === 0) return events
    return events.map((event) => shifted(event, { units: this.#units, letters: this.#letters }))
  }
}
