import type { DecipherEvent } from '@runnel/decipher'
import { RefusedError } from '../refused-error.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'

/** An event as it is kept: its JSON, and its place in the log, counted from 1. */
export interface StoredEvent {
  offset: number
  type: DecipherEvent['type']
  json: string
}

/** Events that a session keeps for its readers. Offsets and sizes are in the record, changed here and not written. */
export class EventLog {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  create(): void {
    this.#sql.exec('CREATE TABLE events (offset INTEGER PRIMARY KEY, type TEXT, json TEXT, size INTEGER)')
  }

  /** Appends events, and drops the oldest when the log is full; interim text only replaces the one before. */
  append(record: SessionRecord, events: readonly DecipherEvent[]): void {
    for (const event of events) {
      const json = JSON.stringify(event)
      if (event.type === 'interim') {
        record.interim = json
        record.version++
        continue
      }
      if (event.type === 'final' || event.type === 'done') record.interim = undefined
      record.latest++
      if (event.type === 'candidates') this.#replaceCandidates(record)
      record.logBytes += json.length
      this.#sql.exec('INSERT INTO events VALUES (?, ?, ?, ?)', record.latest, event.type, json, json.length)
    }
    while (record.logBytes > limits.logBytes) this.#drop(record, record.dropped + 1)
  }

  /** Deletes the candidates before those that come next, so that however often they change, finals stay. */
  #replaceCandidates(record: SessionRecord): void {
    const earlier = record.candidates
    record.candidates = record.latest
    if (earlier === undefined) return
    const rows = this.#sql.exec<{ size: number }>(
      'DELETE FROM events WHERE offset = ? RETURNING size',
      earlier,
    )
    for (const { size } of rows) record.logBytes -= size
  }

  /** Drops events up to and with an offset. */
  drop(record: SessionRecord, through: number): void {
    if (through > record.dropped) this.#drop(record, through)
  }

  #drop(record: SessionRecord, through: number): void {
    const rows = this.#sql.exec<{ size: number }>(
      'DELETE FROM events WHERE offset <= ? RETURNING size',
      through,
    )
    for (const { size } of rows) record.logBytes -= size
    record.dropped = through
  }

  /** The events after an offset, about `limits.batch` units at once. */
  after(offset: number): StoredEvent[] {
    const events: StoredEvent[] = []
    let bytes = 0
    const rows = this.#sql.exec<{ offset: number; type: StoredEvent['type']; json: string }>(
      'SELECT offset, type, json FROM events WHERE offset > ? ORDER BY offset',
      offset,
    )
    for (const event of rows) {
      events.push(event)
      bytes += event.json.length
      if (bytes >= limits.batch) break
    }
    return events
  }
}

/** Id of an event: the epoch of its log, and its offset. */
export const eventId = ({ epoch }: SessionRecord, offset: number): string => `${epoch}-${offset}`

/**
 * Offset of the event that an id names; without an id, the start of the log.
 *
 * @throws RefusedError when it is no id of this log, or what follows it is gone
 */
export const offsetOf = (record: SessionRecord, id = eventId(record, 0)): number => {
  const [, epoch, digits] = /^([0-9a-f]+)-(\d{1,15})$/.exec(id) ?? []
  const offset = Number(digits)
  if (epoch !== record.epoch || !(offset <= record.latest)) {
    throw new RefusedError(
      'wrong_epoch',
      `${JSON.stringify(id)} is no event of this session: start without an id`,
    )
  }
  checkKept(record, offset)
  return offset
}

/** @throws RefusedError when events after an offset are gone */
export const checkKept = (record: SessionRecord, offset: number): void => {
  if (offset >= record.dropped) return
  const [id, oldest] = [eventId(record, offset), eventId(record, record.dropped)]
  throw new RefusedError('events_gone', `events after ${id} are no longer kept: ${oldest} is the oldest id`, {
    oldest,
  })
}
