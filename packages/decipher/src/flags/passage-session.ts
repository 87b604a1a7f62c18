import type { Chunk } from '@runnel/core'
import type { Decipherer, SessionWatch } from '../decipherer.ts'
import { readHeld, saveHeld } from '../encodings/held-snapshot.ts'
import { SessionEndedError } from '../errors.ts'
import type { InSteps } from '../in-steps.ts'
import { TextInput } from '../input/text-input.ts'
import { SectionWriter } from '../saving/sections.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent } from '../session/events.ts'
import { type StoppingSession, within } from '../session/stepped-session.ts'
import { type PassageReader, UnreadPassages } from './unread-passages.ts'

/** The parts of a session that reads passages by themselves. */
export interface PassageOptions {
  readonly decipherer: Decipherer
  readonly reader: PassageReader
}

/** A session that has another read a text, and passages in it read by what they are. */
export class PassageSession implements StoppingSession {
  readonly #input: TextInput
  readonly #unread: UnreadPassages
  readonly #session: DecipherSession
  #ended = false

  constructor(
    { decipherer, reader }: PassageOptions,
    snapshot?: Uint8Array | ArrayBuffer,
    watch?: SessionWatch,
  ) {
    const saved = snapshot === undefined ? undefined : decodeSnapshot(snapshot)
    this.#input = new TextInput(saved?.section('input'))
    this.#unread = new UnreadPassages(reader, saved?.section('unread'))
    const held = saved?.section('held')
    if (held) this.#ended = held.uint16() === 1
    const inner = held && readHeld(held)
    saved?.end()
    this.#session = decipherer.createSession(inner, watch)
  }

  *push(chunk: Chunk, stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    return yield* this.#read(this.#input.read(chunk), stops)
  }

  *settle(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    return this.#unread.tell(yield* within(this.#session, stops).settle(), true)
  }

  *flush(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) return []
    const last = this.#input.end()
    const events = last === '' ? [] : yield* this.#read(last, stops)
    this.#ended = true
    return [...events, ...this.#unread.tell(yield* within(this.#session, stops).flush(), true)]
  }

  snapshot(): Uint8Array {
    const inner = this.#session.snapshot()
    const sections = new SectionWriter()
    this.#input.save(sections.section('input'))
    this.#unread.save(sections.section('unread'))
    const held = sections.section('held')
    held.uint16(this.#ended ? 1 : 0)
    saveHeld(inner, held)
    return encodeSnapshot(sections)
  }

  free(): void {
    this.#ended = true
    this.#session.free()
  }

  *#read(text: string, stops: boolean): InSteps<DecipherEvent[]> {
    this.#unread.take(text)
    return this.#unread.tell(yield* within(this.#session, stops).push(text), false)
  }
}
