import { type Alphabet, createAlphabet, LATIN } from '@runnel/core'
import {
  type DecipherEvent,
  type Decipherer,
  type DecipherSession,
  type InSteps,
  inSteps,
  type KeyEvent,
  type SteppedSession,
  type SymbolTrace,
} from '@runnel/decipher'
import type { Column } from '../column.ts'
import type { GivenText } from '../decoding/given-text.ts'
import type { Ending, Frame, Waiting } from '../frame.ts'
import type { KeyNews, NamedKey, RankedKey } from '../key.ts'
import { columnOf, type TracedNet } from './column-of.ts'
import { CANDIDATES, COLUMNS_TOLD, LONG_CALL, MOST_UNITS, SHORT_CALL } from './constants.ts'
import { firstDifference } from './first-difference.ts'
import type { KeyNames } from './key-names.ts'
import { LatestTrace } from './latest-trace.ts'
import type { CipherOf } from './read-with.ts'
import { Snapshots } from './snapshots.ts'
import { waitingOf } from './waiting-of.ts'

/** A session without snapshots, for keys that are known. */
type Pushed = Pick<DecipherSession, 'push' | 'flush' | 'free'>

/** A call of the session that is under way. */
interface Call {
  readonly events: InSteps<DecipherEvent[]>
  /** The end of what it reads. */
  readonly to: number
  readonly isLast: boolean
  /** Milliseconds of its steps so far. */
  took: number
}

/** The parts of a reading. */
export interface ReadingParts {
  readonly number: number
  readonly session: Decipherer | Pushed
  readonly names: KeyNames
  readonly net: TracedNet
  readonly columns: boolean
  readonly candidates?: number | undefined
  readonly cipherOf: CipherOf
  /** Those that count as letters; the Latin ones unless given. */
  readonly letters?: string | undefined
  /** Milliseconds of any clock that goes on. */
  now(): number
}

/** One text being read, in small steps; what has happened is taken out as a frame. */
export class Reading {
  readonly number: number
  readonly snapshots: Snapshots = new Snapshots()
  readonly trace: LatestTrace
  /** All that has come, its encodings taken off, and how much of it has been read. */
  text = ''
  read = 0
  readonly #parts: ReadingParts
  readonly #session: Pushed & Partial<DecipherSession>
  readonly #calls: Pick<SteppedSession, 'push' | 'flush'>
  readonly #alphabet: Alphabet
  #letters = 0
  #isEnded = false
  #isDone = false
  /** UTF-16 units of the next call. */
  #step = 1
  #call: Call | undefined
  /** Whether a call has ended since the last frame. */
  hasNews = false
  #settled = ''
  #settledEnd = 0
  #waiting: Waiting = { start: 0, text: '', confidence: new Uint8Array(0) }
  #news: KeyNews[] = []
  #columns: Column[] = []
  /** Those of the call that is under way. */
  readonly #noted: Column[] = []
  #ending: Ending | undefined
  /** Encodings that were taken off, and the length of the text when it was told last. */
  #encoding = ''
  #told = 0
  /** The most probable keys, where they are told as events. */
  #ranked: readonly RankedKey[] | undefined
  /** The key that was told last. */
  #key: NamedKey | undefined
  /** The key that held before that one. */
  #before: NamedKey | undefined

  constructor(parts: ReadingParts) {
    this.number = parts.number
    this.#parts = parts
    this.trace = new LatestTrace(parts.cipherOf)
    this.#alphabet = createAlphabet(parts.letters ?? LATIN)
    const watch = { trace: (trace: SymbolTrace) => this.#note(trace) }
    this.#session =
      'createSession' in parts.session ? parts.session.createSession(undefined, watch) : parts.session
    this.#calls = inSteps(this.#session as DecipherSession)
  }

  /** Takes the next piece of the text that was given. */
  take(given: GivenText): void {
    const { text, isEnd } = given.take()
    this.text += text
    this.#encoding = given.encoding
    if (isEnd) this.#isEnded = true
  }

  /** UTF-16 units that are settled. */
  get settledEnd(): number {
    return this.#settledEnd
  }

  get waiting(): Waiting {
    return this.#waiting
  }

  /** Whether there is something to read, or to end. */
  get hasWork(): boolean {
    return this.read < this.text.length || (this.#isEnded && !this.#isDone)
  }

  /** Whether it is likelier than not that no listed key explains the text. */
  get isInDoubt(): boolean {
    return this.trace.unknown > 0.5
  }

  /** Reads on a little: a letter or more, or a step of one that takes long. */
  step(): void {
    this.#call ??= this.#nextCall()
    const call = this.#call
    const before = this.#parts.now()
    const step = call.events.next()
    call.took += this.#parts.now() - before
    if (!step.done) return
    this.#call = undefined
    this.hasNews = true
    this.#columns.push(...this.#noted.splice(0))
    this.read = call.to
    this.#receive(step.value)
    this.#isDone = call.isLast
    const { snapshot } = this.#session
    if (snapshot && call.to === this.snapshots.next) this.snapshots.add({ at: call.to, bytes: snapshot() })
    if (call.took < SHORT_CALL) this.#step = Math.min(MOST_UNITS, this.#step * 2)
    else if (call.took > LONG_CALL) this.#step = Math.max(1, this.#step >> 1)
  }

  #nextCall(): Call {
    const { text, read } = this
    if (read === text.length) return { events: this.#calls.flush(), to: read, isLast: true, took: 0 }
    const to = Math.min(
      text.length,
      read + this.#step,
      this.#session.snapshot ? this.snapshots.next : text.length,
    )
    const piece = text.slice(read, to)
    for (let i = 0; i < piece.length; i++) {
      if (this.#alphabet.indexOf(piece.charCodeAt(i)) !== -1) this.#letters++
    }
    return { events: this.#calls.push(piece), to, isLast: false, took: 0 }
  }

  /** Takes out all that has happened since the last frame. */
  takeFrame(speed: number, stopped = false): Frame {
    const { names, candidates = CANDIDATES } = this.#parts
    const { fit, recent, unknown } = this.trace
    const frame: Frame = {
      reading: this.number,
      read: this.read,
      total: this.text.length,
      ...(this.#encoding && { encoding: this.#encoding, decoded: this.text.slice(this.#told) }),
      letters: this.#letters,
      settled: this.#settled,
      waiting: this.#waiting,
      news: this.#news,
      candidates: this.#ranked ?? this.trace.candidates(candidates, this.text.slice(0, this.read)),
      names: names.takeFresh(),
      columns: this.#columns.filter(({ start }) => start >= this.text.length - COLUMNS_TOLD),
      ...(fit && { fit }),
      ...(recent && { recent }),
      unknown,
      speed,
      ...(this.#ending && { ending: this.#ending }),
      ...(stopped && { stopped }),
    }
    this.hasNews = false
    this.#settled = ''
    this.#told = this.text.length
    this.#news = []
    this.#columns = []
    this.#ending = undefined
    return frame
  }

  free(): void {
    this.#session.free()
  }

  #note(trace: SymbolTrace): void {
    this.trace.take(trace)
    const { names, net, columns } = this.#parts
    if (columns && trace.start >= this.text.length - COLUMNS_TOLD)
      this.#noted.push(columnOf(trace, names, net))
  }

  /** Takes note of a key: it holds from the first letter on that it reads otherwise than the key before. */
  #hear({ start: at, cipher, key, probability }: KeyEvent): void {
    const named = { cipher, key }
    // The same key may be told again, as soon as it is sure.
    if (this.#key && !isSame(this.#key, named)) this.#before = this.#key
    this.#key = named
    const before = this.#before
    const noticed = at + 1
    const since = cipher === 'unknown' ? at : this.trace.beginningOf(at)
    const start = before
      ? firstDifference([before, named], this.text.slice(since, noticed), this.#parts.cipherOf) + since
      : since
    this.#news.push({ start, noticed, ...named, probability })
  }

  #receive(events: readonly DecipherEvent[]): void {
    for (const event of events) {
      if (event.type === 'final') {
        this.#settled += event.text
        this.#settledEnd = event.start + event.text.length
      } else if (event.type === 'key') {
        this.#hear(event)
      } else if (event.type === 'candidates') {
        this.#ranked = event.candidates
      } else if (event.type === 'done') {
        const { cipher, key, probability, letters, fit } = event
        this.#ending = { cipher, key, probability, letters, ...(fit && { fit }) }
      }
    }
    this.trace.forgetTurns()
    this.#waiting = waitingOf(events, this.#settledEnd)
  }
}

const isSame = (a: NamedKey, b: NamedKey): boolean =>
  a.cipher === b.cipher && JSON.stringify(a.key) === JSON.stringify(b.key)
