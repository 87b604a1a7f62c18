import type { DecipherQuery } from '../decipher-query.ts'
import type { AllowanceState } from '../event-allowance.ts'
import { RefusedError } from '../refused-error.ts'
import type { Balance } from '../work/allowance.ts'
import type { StoredEvent } from './stored-event.ts'

/** A step that can be taken again: the text of a chunk, or `null` for one that settled what waited. */
export type SinceStep = string | Uint8Array | null

/** All that is stored of a session besides its events and its snapshot. */
export interface SessionRecord {
  options: DecipherQuery
  /** Digest of the client that began it, where that is known. */
  client?: string | undefined
  /** Random, made with the event log: ids of an earlier log are told apart by it. */
  epoch: string
  /** Milliseconds since 1970: when it began, and when a client last gave a sign of life. */
  created: number
  touched: number
  /** Sequence number of the next chunk. */
  next: number
  ended: boolean
  /** Digests of the latest chunks: see chunk-digests.ts. */
  digests?: Uint8Array | undefined
  /** Bytes of all chunks. */
  bytes: number
  /** Work done in all, and what is left of that which it may do now. */
  work?: number
  balance?: Balance
  /** Bytes that events may have, and events that wait for more. */
  allowance?: AllowanceState
  /** Digest of the session as it began, until there is a snapshot: see fresh-digest.ts. */
  fresh?: string | undefined
  /** Steps since the stored snapshot, or the beginning, and their work: taken again, they give what was in memory. */
  since?: readonly SinceStep[]
  sinceWork?: number
  /** The snapshot, in sessions from before it was stored apart. */
  snapshot?: Uint8Array
  /** Text that may still change, as JSON, and a number that grows whenever it does. */
  interim?: string | undefined
  version: number
  /** Offset of the latest candidates, which replace all earlier ones. */
  candidates?: number | undefined
  /** The newest events, until there are enough of them for rows: see event-log.ts. */
  recent?: readonly StoredEvent[]
  /** Offsets of the newest event and of the newest that was dropped, and bytes of those between. */
  latest: number
  dropped: number
  logBytes: number
  /** The text of dropped events is kept: not so in sessions from before it was. */
  keepsText?: boolean
}

const [KEY, SNAPSHOT] = ['session', 'snapshot']

/** The record of a session that begins. */
export const createRecord = (options: DecipherQuery, now: number, client?: string): SessionRecord => ({
  options,
  client,
  epoch: crypto.randomUUID().slice(0, 8),
  created: now,
  touched: now,
  next: 0,
  ended: false,
  bytes: 0,
  since: [],
  version: 0,
  latest: 0,
  dropped: 0,
  logBytes: 0,
  keepsText: true,
})

/** The stored record of one session. It is asked for many times at every step, so the latest is kept in memory too. */
export class SessionStore {
  readonly #storage: DurableObjectStorage
  /** The record as it is stored, or nothing where none is; once it was asked for. */
  #latest: SessionRecord | undefined
  #isKnown = false

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  /** The record, which stays as it is; nothing before the session is made and after it is deleted. */
  find(): Readonly<SessionRecord> | undefined {
    if (!this.#isKnown) this.#know(this.#storage.kv.get<SessionRecord>(KEY))
    return this.#latest
  }

  /** Has the record read again: a write of it may have failed. */
  forget(): void {
    this.#isKnown = false
  }

  /** The record, which stays as it is. @throws RefusedError when there is no session */
  read(): Readonly<SessionRecord> {
    const record = this.find()
    if (!record) throw new RefusedError('session_gone', 'the session has expired or was cancelled')
    return record
  }

  /** A copy of the record, to be changed and written. @throws RefusedError when there is no session */
  copy(): SessionRecord {
    return { ...this.read() }
  }

  write(record: SessionRecord): void {
    this.#storage.kv.put(KEY, record)
    this.#know(record)
  }

  /** The session as the latest snapshot has it; nothing before its first step. It is not kept in memory. */
  readSnapshot(): Uint8Array | undefined {
    return this.#storage.kv.get<Uint8Array>(SNAPSHOT) ?? this.find()?.snapshot
  }

  /** Stores a snapshot; none for a session that reads no more. */
  writeSnapshot(snapshot: Uint8Array | undefined): void {
    if (snapshot) this.#storage.kv.put(SNAPSHOT, snapshot)
    else this.#storage.kv.delete(SNAPSHOT)
  }

  /** Deletes all that is stored here, the events too, and the alarm. */
  async delete(): Promise<void> {
    this.#know(undefined)
    await Promise.all([this.#storage.deleteAlarm(), this.#storage.deleteAll()])
  }

  #know(record: SessionRecord | undefined): void {
    this.#latest = record
    this.#isKnown = true
  }
}
