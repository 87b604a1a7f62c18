import { InvalidOptionError } from '@runnel/core'
import {
  type DecipherEvent,
  type Decipherer,
  type DecipherSession,
  SnapshotMismatchError,
} from '@runnel/decipher'
import type { DecipherQuery } from '../decipher-query.ts'
import { RefusedError } from '../refused-error.ts'
import { checkChunk, checkSame } from './check-chunk.ts'
import { bytesOf, type Chunk, digestOf } from './chunk.ts'
import type { ChunkDigests } from './chunk-digests.ts'
import { type EventLog, offsetOf } from './event-log.ts'
import type { SessionRecord, SessionStore } from './session-record.ts'

/** Makes the decipherer of a session. */
export type MakeDecipherer = (options: DecipherQuery) => Promise<Decipherer>

/** Places that a session is stored in. */
export interface SessionParts {
  storage: DurableObjectStorage
  store: SessionStore
  log: EventLog
  digests: ChunkDigests
}

/**
 * A session whose every step is stored. What a step changes (snapshot, counters, events) is one write, made before
 * the step returns; the session in memory is only the stored snapshot, kept warm.
 */
export class StoredSession {
  readonly #storage: DurableObjectStorage
  readonly #store: SessionStore
  readonly #log: EventLog
  readonly #digests: ChunkDigests
  readonly #make: MakeDecipherer
  #decipherer: Decipherer | undefined
  #warm: DecipherSession | undefined

  constructor({ storage, store, log, digests }: SessionParts, make: MakeDecipherer) {
    this.#storage = storage
    this.#store = store
    this.#log = log
    this.#digests = digests
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
  async begin(options: DecipherQuery, now: number): Promise<boolean> {
    const decipherer = await this.#make(options)
    const begun = this.#store.find()
    if (!begun) {
      this.#decipherer = decipherer
      this.#create(options, now)
      return true
    }
    if (JSON.stringify(begun.options) === JSON.stringify(options)) return false
    throw new RefusedError('idempotency_key_reused', 'under this key a session of other options has begun')
  }

  /**
   * Reads a chunk, once however often it comes.
   *
   * @returns the sequence number of the next one
   * @throws RefusedError when it does not come next, is too large, comes after the end, or another stands in its place
   */
  push(sent: Chunk, now: number): number {
    const { seq, chunk, end } = sent
    const record = this.#store.read()
    const digest = digestOf(sent)
    if (seq < record.next) {
      checkSame(digest, this.#digests.find(record, seq), { seq, expected: record.next })
      return record.next
    }
    const bytes = bytesOf(sent).length
    checkChunk(record, seq, bytes)
    record.next++
    record.bytes += bytes
    record.ended = end
    this.#digests.append(record, seq, digest)
    this.#advance(record, now, (session) => [...session.push(chunk), ...(end ? session.flush() : [])])
    return record.next
  }

  /** Makes final what waits. Returns the sequence number of the next chunk. */
  settle(now: number): number {
    const record = this.#store.read()
    if (!record.ended) this.#advance(record, now, (session) => session.settle())
    return record.next
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

  #create(options: DecipherQuery, now: number): void {
    this.#storage.transactionSync(() => {
      this.#log.create()
      this.#store.write({
        options,
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

  /** Takes a step and stores all that it changes, or nothing. */
  #advance(record: SessionRecord, now: number, step: (session: DecipherSession) => DecipherEvent[]): void {
    try {
      const session = this.#resume(record)
      const events = step(session)
      record.snapshot = session.snapshot()
      record.touched = now
      this.#storage.transactionSync(() => {
        this.#log.append(record, events)
        this.#digests.storeFull(record)
        this.#store.write(record)
      })
    } catch (error) {
      // What is in memory may be ahead of what is stored.
      this.free()
      throw error
    }
    if (record.ended) this.free()
  }

  #resume({ snapshot }: SessionRecord): DecipherSession {
    try {
      this.#warm ??= this.#decipherer?.createSession(snapshot)
    } catch (error) {
      if (!SnapshotMismatchError.isInstance(error)) throw error
    }
    if (this.#warm) return this.#warm
    throw new RefusedError(
      'model_changed',
      'the model or its arithmetic was replaced since the session began: make another',
    )
  }
}
