import { type DecipherEvent, type DecipherSession, inSteps } from '@runnel/decipher'
import type { DecipherQuery } from '../decipher-query.ts'
import { EventAllowance } from '../event-allowance.ts'
import { toHex } from '../hex.ts'
import { RefusedError } from '../refused-error.ts'
import type { Job } from '../work/job.ts'
import { checkChunk, checkSame, checkSize } from './check-chunk.ts'
import { bytesOf, type Chunk, digestOf } from './chunk.ts'
import type { ChunkDigests } from './chunk-digests.ts'
import { type EventLog, offsetOf } from './event-log.ts'
import { freshDigest } from './fresh-digest.ts'
import { limits } from './limits.ts'
import { readSlices } from './read-slices.ts'
import { createRecord, type SessionRecord, type SessionStore, type SinceStep } from './session-record.ts'
import { AskedWork, SessionWork, type SharedWork } from './session-work.ts'
import { sizeOfEvents } from './size-of-events.ts'
import { isSnapshotDue } from './snapshot-due.ts'
import { Steps } from './steps.ts'
import { linesOf } from './stored-event.ts'
import { letGo, type MakeDecipherer, WarmSession } from './warm-session.ts'

/** Places that a session is stored in. */
export interface SessionParts {
  storage: DurableObjectStorage
  store: SessionStore
  log: EventLog
  digests: ChunkDigests
  work: SharedWork
}

/** A step: how the session in memory takes it, what is noted of it, and what it takes to take it again. */
interface Step {
  take(session: DecipherSession, job: Job): Promise<DecipherEvent[]>
  /** Changes the record, and tells the bytes that came. */
  note(record: SessionRecord): number
  again: SinceStep
}

/** When a step is asked for, in milliseconds since 1970; and whether it still may be taken, when its turn has come. */
export interface Asking {
  now: number
  /** @throws RefusedError when it may no longer */
  check?(): void
}

/**
 * A session whose every step is stored. What a step changes (counters, events, what it takes to have the session in
 * memory again) is one write, made before the step returns. A step may take its time, in turns with all else; the next
 * one waits for it.
 */
export class StoredSession {
  readonly #storage: DurableObjectStorage
  readonly #store: SessionStore
  readonly #log: EventLog
  readonly #digests: ChunkDigests
  readonly #work: SharedWork
  readonly #steps = new Steps()
  readonly #warm: WarmSession
  readonly #askedWork: AskedWork
  #asked = 0

  constructor({ storage, store, log, digests, work }: SessionParts, make: MakeDecipherer) {
    this.#storage = storage
    this.#store = store
    this.#log = log
    this.#digests = digests
    this.#work = work
    this.#askedWork = new AskedWork(work)
    this.#warm = new WarmSession(store, work.turns, make)
  }

  /** Whether a step waits or is taken. */
  get isBusy(): boolean {
    return this.#steps.waiting > 0
  }

  /** Time at which a step was asked for last, whatever came of it, in milliseconds since 1970; 0 for none in memory. */
  get asked(): number {
    return this.#asked
  }

  /** Loads what the stored session needs, if there is one; a model that is gone is told at the next step. */
  restore(): Promise<void> {
    return this.#warm.restore()
  }

  /**
   * Begins the session, once however often it is asked for. All that it needs is loaded here, so that no step has to
   * wait.
   *
   * @returns true when it began just now, false when it had before
   * @throws RefusedError when it has begun with other options, or its client owes work
   */
  async begin(options: DecipherQuery, now: number, client?: string): Promise<boolean> {
    const { ledger, clientRate } = this.#work
    if (client !== undefined && !this.#store.find()) ledger.check(client, clientRate())
    const decipherer = await this.#warm.make(options, (work) => {
      if (client !== undefined) ledger.charge(client, clientRate(), work)
    })
    const begun = this.#store.find()
    if (!begun) {
      this.#warm.use(decipherer)
      this.#storage.transactionSync(() => {
        this.#log.create()
        this.#store.write({ ...createRecord(options, now, client), fresh: freshDigest(decipherer) })
      })
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
  async push(sent: Chunk, { now, check }: Asking): Promise<number> {
    this.#ask(now)
    // Before it is written to UTF-8 and digested: that takes milliseconds of what a message may have.
    checkSize(sent.chunk.length)
    return this.#steps.run(async () => {
      check?.()
      const { seq } = sent
      const utf8 = bytesOf(sent)
      const digest = digestOf(utf8, sent)
      const before = this.#store.read()
      if (seq < before.next) {
        checkSame(toHex(digest), this.#digests.find(before, seq), { seq, expected: before.next })
        return before.next
      }
      const bytes = utf8.length
      checkChunk(before, seq, bytes)
      return this.#advance(now, {
        take: (session, job) => readSlices(session, sent, job, () => this.#warm.has(session)),
        note: (record) => {
          record.next++
          record.bytes += bytes
          record.ended = sent.end
          this.#digests.append(record, seq, digest)
          return bytes + limits.envelope
        },
        again: sent.chunk,
      })
    })
  }

  /** Makes final what waits. Returns the sequence number of the next chunk. */
  async settle({ now, check }: Asking): Promise<number> {
    this.#ask(now)
    return this.#steps.run(async () => {
      check?.()
      const { ended, next } = this.#store.read()
      if (ended) return next
      return this.#advance(now, {
        take: async (session, job) =>
          (await job.do(
            0,
            () => inSteps(session).settle(),
            () => this.#warm.has(session),
          )) ?? [],
        note: () => limits.envelope,
        again: null,
      })
    })
  }

  #ask(now: number): void {
    this.#asked = now
    this.#askedWork.ask(this.#store.read(), now)
  }

  /** Drops the events up to and with an id. Returns the sequence number of the next chunk. */
  acknowledge(id: string, now: number): number {
    const record = this.#store.copy()
    const through = offsetOf(record, id)
    if (through <= record.dropped) this.touch(now)
    else {
      this.#storage.transactionSync(() => {
        this.#log.drop(record, through)
        this.#store.write({ ...record, touched: now })
      })
    }
    return record.next
  }

  /** Notes a sign of life, of many that follow one another the first. */
  touch(now: number): void {
    const record = this.#store.read()
    if (now - record.touched >= limits.signs) this.#store.write({ ...record, touched: now })
  }

  /** Gives back the memory of the session; what is stored stays. */
  free(): void {
    this.#warm.free()
  }

  /**
   * Takes a step and stores all that it changes, or nothing. What others change of the record meanwhile stays. A step
   * that is refused before it begins leaves the session in memory as it is.
   */
  async #advance(now: number, step: Step): Promise<number> {
    await this.#warm.ready()
    const work = new SessionWork(this.#work, this.#store.read(), now)
    const job = work.begin(this.#warm.meter, this.#askedWork)
    try {
      const session = await this.#warm.resume()
      // Of a burst of steps that read nothing, each may be the one that is due.
      await job.do(0, () => {})
      const events = await step.take(session, job)
      const record = this.#store.copy()
      if (!this.#warm.has(session)) throw letGo()
      const allowance = new EventAllowance(sizeOfEvents, record.allowance)
      allowance.earn(step.note(record))
      const told = allowance.tell(events)
      Object.assign(record, work.record, { allowance: allowance.state, touched: now })
      const isDue = isSnapshotDue(record, step.again, job.work)
      const snapshot = isDue && !record.ended ? session.snapshot() : undefined
      const lines = linesOf(told)
      const write = () => {
        this.#log.append(record, lines)
        this.#digests.storeFull(record)
        if (isDue) this.#store.writeSnapshot(snapshot)
        this.#store.write(record)
      }
      // The record alone is one write, and needs no transaction around it.
      if (!isDue && this.#log.fits(record, lines) && !this.#digests.isFull(record)) write()
      else this.#storage.transactionSync(write)
      if (record.ended) this.free()
      return record.next
    } catch (error) {
      // What is in memory may be ahead of what is stored.
      this.free()
      this.#store.forget()
      this.#log.forget()
      throw error
    } finally {
      this.#askedWork.note(job.sinceTurn)
      job.end()
    }
  }
}
