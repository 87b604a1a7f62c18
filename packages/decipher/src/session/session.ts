import type { Chunk } from '@runnel/core'
import { SessionEndedError } from '../errors.ts'
import type { InSteps } from '../in-steps.ts'
import { TextInput } from '../input/text-input.ts'
import {
  checkFingerprint,
  type Fingerprint,
  readFingerprint,
  saveFingerprint,
} from '../saving/fingerprint.ts'
import { SectionWriter } from '../saving/sections.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import { CandidateTeller } from './candidate-teller.ts'
import type { DecipherSession } from './decipher-session.ts'
import type { DecipherEvent, DoneEvent } from './events.ts'
import type { Inference, InferenceStream } from './inference.ts'
import { plainSession, type StoppingSession } from './stepped-session.ts'
import type { TakeTrace } from './symbol-trace.ts'

/** Choices of a session. */
export interface SessionOptions {
  /** Candidates that it tells at the most; 0 for none, which cost nothing. */
  readonly candidates: number
  /** Takes the trace of each symbol; without it none is taken, and none paid for. */
  readonly trace?: TakeTrace | undefined
}

/**
 * Starts a session, or goes on where a snapshot was taken.
 *
 * @throws SnapshotFormatError when the snapshot is damaged
 * @throws SnapshotMismatchError when it belongs to another model, engine, key or options
 */
export const createSession = (
  inference: Inference,
  options: SessionOptions,
  snapshot?: Uint8Array | ArrayBuffer,
): DecipherSession => {
  return plainSession(new InferringSession(inference, options, snapshot))
}

class InferringSession implements StoppingSession {
  readonly #inference: Inference
  readonly #fingerprint: Fingerprint
  readonly #input: TextInput
  readonly #stream: InferenceStream
  readonly #teller: CandidateTeller | undefined
  #letters = 0
  #ended = false
  #freed = false

  constructor(
    inference: Inference,
    { candidates, trace }: SessionOptions,
    snapshot?: Uint8Array | ArrayBuffer,
  ) {
    this.#inference = inference
    const asked = candidates > 0 && { candidates: String(candidates) }
    this.#fingerprint = { ...inference.fingerprint, ...asked }
    const saved = snapshot === undefined ? undefined : decodeSnapshot(snapshot)
    if (saved) checkFingerprint(this.#fingerprint, readFingerprint(saved.section('fingerprint')))
    const own = saved?.section('session')
    if (own) {
      this.#letters = own.float64()
      this.#ended = own.uint16() === 1
      own.demand(Number.isSafeInteger(this.#letters) && this.#letters >= 0)
    }
    this.#input = new TextInput(saved?.section('input'), inference.carries)
    this.#stream = inference.createStream(saved, trace)
    try {
      const beginning = candidates > 0 ? saved?.section('beginning') : undefined
      if (candidates > 0) this.#teller = new CandidateTeller(candidates, this.#stream, beginning)
      saved?.end()
    } catch (error) {
      this.#stream.free()
      throw error
    }
  }

  *push(chunk: Chunk, stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    return this.#withCandidates(yield* this.#read(this.#input.read(chunk), stops))
  }

  *settle(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    return this.#withCandidates(yield* this.#settle(stops))
  }

  *flush(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) return []
    const events = yield* this.#read(this.#input.end(), stops)
    this.#ended = true
    events.push(...(yield* this.#settle(stops, true)))
    events.push(...(this.#teller?.tell(true) ?? []))
    const { position: start } = this.#stream
    const letters = this.#stream.letters ?? this.#letters
    events.push({ type: 'done', start, ...this.#stream.bestKey(), letters } as DoneEvent)
    return events
  }

  snapshot(): Uint8Array {
    if (this.#freed) throw new SessionEndedError()
    const sections = new SectionWriter()
    saveFingerprint(this.#fingerprint, sections.section('fingerprint'))
    const own = sections.section('session')
    own.float64(this.#letters)
    own.uint16(this.#ended ? 1 : 0)
    this.#teller?.save(sections.section('beginning'))
    this.#input.save(sections.section('input'))
    this.#stream.save(sections)
    return encodeSnapshot(sections)
  }

  free(): void {
    if (this.#freed) return
    this.#freed = this.#ended = true
    this.#stream.free()
  }

  *#settle(stops: boolean, isEnd = false): InSteps<DecipherEvent[]> {
    const stream = this.#stream
    return stops && stream.settleInSteps ? yield* stream.settleInSteps() : stream.settle(isEnd)
  }

  *#read(text: string, stops: boolean): InSteps<DecipherEvent[]> {
    if (text.length === 0) return []
    const { indexOf } = this.#inference.alphabet
    let count = 0
    for (let i = 0; i < text.length; i++) if (indexOf(text.charCodeAt(i)) !== -1) count++
    this.#letters += count
    this.#teller?.read(text)
    const stream = this.#stream
    return stops && stream.readInSteps ? yield* stream.readInSteps(text) : stream.read(text)
  }

  /** Events, and the candidates after them, where these are asked for and something was read. */
  #withCandidates(events: DecipherEvent[]): DecipherEvent[] {
    if (this.#teller && this.#stream.position > 0) events.push(...this.#teller.tell())
    return events
  }
}
