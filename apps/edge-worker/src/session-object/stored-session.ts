import { InvalidOptionError } from '@runnel/core'
import { type DecipherEvent, type DecipherSession, SnapshotMismatchError } from '@runnel/decipher'
import type { DecipherQuery } from '../decipher-query.ts'
import { EventAllowance } from '../event-allowance.ts'
import { RefusedError } from '../refused-error.ts'
import type { MeteredDecipherer } from '../shared-decipherers.ts'
import type { Meter } from '../work/job.ts'
import { checkChunk, checkSame } from './check-chunk.ts'
import { bytesOf, type Chunk, digestOf } from './chunk.ts'
import type { ChunkDigests } from './chunk-digests.ts'
import { type EventLog, offsetOf } from './event-log.ts'
import { limits } from './limits.ts'
import type { SessionRecord, SessionStore } from './session-record.ts'
import { SessionWork, type SharedWork } from './session-work.ts'
import { Steps } from './steps.ts'

/** Makes the decipherer of a session. */
export type MakeDecipherer = (options: DecipherQuery) => Promise<MeteredDecipherer>

/** Places that a session is stored in. */
export interface SessionParts {
  storage: DurableObjectStorage
  store: SessionStore
  log: EventLog
  digests: ChunkDigests
  work: SharedWork
}

/** A step as it is read by the session in memory, and measured. */
type Read = (work: SessionWork, session: DecipherSession, meter: Meter) => Promise<DecipherEvent[]>

/**
 * A session whose every step is stored. What a step changes (snapshot, counters, events) is one write, made before
 * the step returns; the session in memory is only the stored snapshot, kept warm. A step may take its time, in turns with
 * all else; the next one waits for it.
 */
export class StoredSession {
  readonly #storage: DurableObjectStorage
  readonly #store: SessionStore
  readonly #log: EventLog
  readonly #digests: ChunkDigests
  readonly #make: MakeDecipherer
  readonly #work: SharedWork
  readonly #steps = new Steps()
  #decipherer: MeteredDecipherer | undefined
  #warm: DecipherSession | undefined

  constructor({ storage, store, log, digests, work }: SessionParts, make: MakeDecipherer) {
    this.#storage = storage
    this.#store = store
    this.#log = log
    this.#digests = digests
    this.#work = work
    this.#make = make
  }

  /** Loads what the stored session needs, if there is one; a model that is gone is told at the next step. */
  async restore(): Promise<void> {
    const record = this.#store.find()
    if (!record) return
    try {
      this.#decipherer = await this.#make(record.options)
    } catch (error) {
      if (!InvalidOptionError.isInstance(error)) throw error
    }
  }

  /**
   * Begins the session, once however often it is asked for. All that it needs is loaded here, so that no step has to
   * wait.
   *
   * @returns true when it began just now, false when it had before
   * @throws RefusedError when it has begun with other options
   */
  async begin(options: DecipherQuery, now: number, client?: string): Promise<boolean> {
    const decipherer = await this.#make(options)
    const begun = this.#store.find()
    if (!begun) {
      this.#decipherer = decipherer
      this.#create(options, now, client)
      return true
    }
    if (JSON.stringify(begun.options) === JSON.stringify(options)) return false
    throw new RefusedError('idempotency_key_reused', 'under this key a session of other options has begun')
  }

  /**
   * Reads a chunk, once however often it comes.
   *
   * @returns the sequence number of the next one
   * @throws RefusedError when it does not come next, is too large, comes after the end, another stands in its place, or
   *   it asks for more work than it may
   */
  push(sent: Chunk, now: number): Promise<number> {
    return this.#steps.run(async () => {
      const { seq } = sent
      const digest = digestOf(sent)
      const before = this.#store.read()
      if (seq < before.next) {
        checkSame(digest, this.#digests.find(before, seq), { seq, expected: before.next })
        return before.next
      }
      const bytes = bytesOf(sent).length
      checkChunk(before, seq, bytes)
      return this.#advance(
        now,
        (work, session, meter) => work.read(session, sent, meter, () => this.#warm === session),
        (record) => {
          record.next++
          record.bytes += bytes
          record.ended = sent.end
          this.#digests.append(record, seq, digest)
          return bytes + limits.envelope
        },
      )
    })
  }

  /** Makes final what waits. Returns the sequence number of the next chunk. */
  settle(now: number): Promise<number> {
    return this.#steps.run(async () => {
      const { ended, next } = this.#store.read()
      if (ended) return next
      return this.#advance(
        now,
        (work, session, meter) => work.settle(session, meter),
        () => limits.envelope,
      )
    })
  }

  /** Drops the events up to and with an id. Returns the sequence number of the next chunk. */
  acknowledge(id: string, now: number): number {
    const record = this.#store.read()
    record.touched = now
    this.#storage.transactionSync(() => {
      this.#log.drop(record, offsetOf(record, id))
      this.#store.write(record)
    })
    return record.next
  }

  /** Notes a sign of life. */
  touch(now: number): void {
    this.#store.write({ ...this.#store.read(), touched: now })
  }

  /** Gives back the memory of the session; what is stored stays. */
  free(): void {
    this.#warm?.free()
    this.#warm = undefined
  }

  #create(options: DecipherQuery, now: number, client: string | undefined): void {
    this.#storage.transactionSync(() => {
      this.#log.create()
      this.#store.write({
        options,
        client,
        epoch: crypto.randomUUID().slice(0, 8),
        created: now,
        touched: now,
        next: 0,
        ended: false,
        bytes: 0,
        version: 0,
        latest: 0,
        dropped: 0,
        logBytes: 0,
        keepsText: true,
      })
    })
  }

  /**
   * Takes a step and stores all that it changes, or nothing; `note` changes the record, and tells the bytes that came.
   * What others change of the record meanwhile stays.
   */
  async #advance(now: number, read: Read, note: (record: SessionRecord) => number): Promise<number> {
    try {
      const { session, meter } = this.#resume(this.#store.read())
      const work = new SessionWork(this.#work, this.#store.read(), now)
      const events = await read(work, session, meter)
      const record = this.#store.read()
      if (this.#warm !== session) throw new RefusedError('interrupted', 'the session was let go: send again')
      const allowance = new EventAllowance(sizeOf, record.allowance)
      allowance.earn(note(record))
      const told = allowance.tell(events)
      Object.assign(record, work.record, { allowance: allowance.state, touched: now })
      record.snapshot = session.snapshot()
      this.#storage.transactionSync(() => {
        this.#log.append(record, told)
        this.#digests.storeFull(record)
        this.#store.write(record)
      })
      if (record.ended) this.free()
      return record.next
    } catch (error) {
      // What is in memory may be ahead of what is stored.
      this.free()
      throw error
    }
  }

  #resume({ snapshot }: SessionRecord): { session: DecipherSession; meter: Meter } {
    try {
      this.#warm ??= this.#decipherer?.createSession(snapshot)
    } catch (error) {
      if (!SnapshotMismatchError.isInstance(error)) throw error
    }
    const { meter } = this.#decipherer ?? {}
    if (this.#warm && meter) return { session: this.#warm, meter }
    throw new RefusedError(
      'model_changed',
      'the model or its arithmetic was replaced since the session began: make another',
    )
  }
}

/** Bytes that a reader is sent for events, with the ids before them. */
const sizeOf = (events: readonly DecipherEvent[]): number =>
  events.reduce((sum, event) => sum + new TextEncoder().encode(JSON.stringify(event)).length + FRAME, 0)

/** Bytes of id, type and line ends around an event: `id: 12345678-1234\nevent: candidates\ndata: \n\n`. */
const FRAME = 48
