import type { Chunk } from '@runnel/core'
import type { EncodingError } from '@runnel/core/encodings'
import type { Decipherer } from '../decipherer.ts'
import type { InSteps } from '../in-steps.ts'
import { TextInput } from '../input/text-input.ts'
import { checkFingerprint, readFingerprint, saveFingerprint } from '../saving/fingerprint.ts'
import { SectionWriter } from '../saving/sections.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent } from '../session/events.ts'
import { type StoppingSession, within } from '../session/stepped-session.ts'
import type { Decoder, Decoding } from './decoding.ts'
import { readHeld, saveHeld } from './held-snapshot.ts'
import { readFault, saveFault } from './saved-fault.ts'

/** A session that deciphers the decoded text of a stream. */
export class DecodingSession implements StoppingSession {
  readonly #decoder: Decoder
  /** Whether what is decoded is bytes, one unit each. */
  readonly #asBytes: boolean
  readonly #input: TextInput
  readonly #decoding: Decoding
  /** Holds halves of surrogate pairs that were decoded one by one. */
  readonly #pairs: TextInput
  readonly #session: DecipherSession
  /** The place where the text is not in the encoding that it was said to be in; nothing is read from there on. */
  #fault: EncodingError | undefined
  /** The undecided text that was told last. */
  #told = ''
  #ended = false

  constructor(decipherer: Decipherer, decoder: Decoder, snapshot?: Uint8Array | ArrayBuffer) {
    this.#decoder = decoder
    this.#asBytes = decipherer.carries === 'bytes'
    const saved = snapshot === undefined ? undefined : decodeSnapshot(snapshot)
    if (saved) checkFingerprint({ encoding: decoder.name }, readFingerprint(saved.section('fingerprint')))
    this.#input = new TextInput(saved?.section('input'), decoder.signs)
    this.#decoding = decoder.createDecoding(saved?.section('decoding'), {
      asBytes: this.#asBytes,
    })
    this.#pairs = new TextInput(saved?.section('pairs'))
    this.#fault = saved && readFault(saved.section('fault'))
    const held = saved?.section('held')
    if (held) this.#ended = held.uint16() === 1
    const inner = held && readHeld(held)
    saved?.end()
    this.#told = this.#decoding.undecided
    this.#session = decipherer.createSession(inner)
  }

  *push(chunk: Chunk, stops: boolean): InSteps<DecipherEvent[]> {
    this.#check()
    return yield* this.#read(this.#decoding.push(this.#input.read(chunk)), stops)
  }

  *settle(stops: boolean): InSteps<DecipherEvent[]> {
    this.#check()
    const events = yield* this.#read(this.#decoding.settle(), stops)
    return [...events, ...this.#named(yield* within(this.#session, stops).settle())]
  }

  *flush(stops: boolean): InSteps<DecipherEvent[]> {
    const inner = within(this.#session, stops)
    if (this.#ended) return yield* inner.flush()
    this.#check()
    this.#ended = true
    const last = this.#decoding.push(this.#input.end())
    if (this.#decoding.fault) throw this.#decoding.fault
    const decoded = this.#decoding.flush()
    // Among bytes there is no sign for one that is missing.
    if (this.#asBytes && this.#decoding.fault) throw this.#decoding.fault
    const events = yield* this.#read(last + decoded, stops)
    const half = this.#pairs.end()
    if (half) events.push(...this.#named(yield* inner.push(half)))
    return [...events, ...this.#named(yield* inner.flush())]
  }

  snapshot(): Uint8Array {
    const inner = this.#session.snapshot()
    const sections = new SectionWriter()
    saveFingerprint({ encoding: this.#decoder.name }, sections.section('fingerprint'))
    this.#input.save(sections.section('input'))
    this.#decoding.save(sections.section('decoding'))
    this.#pairs.save(sections.section('pairs'))
    saveFault(this.#fault, sections.section('fault'))
    const held = sections.section('held')
    held.uint16(this.#ended ? 1 : 0)
    saveHeld(inner, held)
    return encodeSnapshot(sections)
  }

  free(): void {
    this.#ended = true
    this.#session.free()
  }

  /** @throws EncodingError where the text is not in the encoding that it was said to be in, after all before it was settled */
  #check(): void {
    if (this.#fault) throw this.#fault
  }

  *#read(decoded: string, stops: boolean): InSteps<DecipherEvent[]> {
    const inner = within(this.#session, stops)
    const text = this.#pairs.read(decoded)
    // An empty chunk throws after the end as any other does.
    const events = this.#named(yield* inner.push(text))
    // Text before a fault is not lost for want of more.
    this.#fault = this.#decoding.fault
    if (this.#fault) events.push(...this.#named(yield* inner.settle()))
    const { undecided } = this.#decoding
    if (undecided === this.#told) return events
    this.#told = undecided
    return undecided === '' ? events : [...events, { type: 'interim', start: 0, text: undecided }]
  }

  /** The same events, with the encodings that were taken off. */
  #named(events: DecipherEvent[]): DecipherEvent[] {
    const { encoding } = this.#decoding
    if (encoding === '') return events
    return events.map((event) => {
      if (event.type === 'key' || event.type === 'done') return { ...event, encoding }
      if (event.type !== 'candidates') return event
      return { ...event, candidates: event.candidates.map((candidate) => ({ ...candidate, encoding })) }
    })
  }
}
