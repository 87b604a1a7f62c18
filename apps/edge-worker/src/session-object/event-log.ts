import type { DecipherEvent, FinalEvent } from '@runnel/decipher'
import { RefusedError } from '../refused-error.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'
import { type CompactFinal, type LeavingText, TextHistory } from './text-history.ts'

/** An event as it is kept: its JSON, and its place in the log, counted from 1. */
export interface StoredEvent {
  offset: number
  type: DecipherEvent['type']
  json: string
}

type Columns = { [Name in keyof StoredEvent]: StoredEvent[Name] }

/**
 * Events that tell how things stand, so that the latest of each stays when the others are dropped: a reader that gets
 * the text of earlier events as one final is told them too.
 */
const STANDING = "type IN ('key', 'candidates', 'done')"

/** Events that a session keeps for its readers. Offsets and sizes are in the record, changed here and not written. */
export class EventLog {
  readonly #sql: SqlStorage
  readonly #history: TextHistory
  /** The events of the latest step, and the offset before them: readers that keep up need no more. */
  #latest: { after: number; events: StoredEvent[] } | undefined

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#history = new TextHistory(sql)
  }

  create(): void {
    this.forget()
    this.#sql.exec('CREATE TABLE events (offset INTEGER PRIMARY KEY, type TEXT, json TEXT, size INTEGER)')
  }

  /** Appends events, and drops the oldest when the log is full; interim text only replaces the one before. */
  append(record: SessionRecord, events: readonly DecipherEvent[]): void {
    const latest: StoredEvent[] = []
    this.#latest = { after: record.latest, events: latest }
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
      latest.push({ offset: record.latest, type: event.type, json })
      this.#sql.exec('INSERT INTO events VALUES (?, ?, ?, ?)', record.latest, event.type, json, json.length)
    }
    this.#latest.events = latest.filter(
      ({ type, offset }) => type !== 'candidates' || offset === record.candidates,
    )
    if (record.logBytes > limits.logBytes) this.#makeRoom(record)
  }

  /** Forgets what was appended and could not be stored. */
  forget(): void {
    this.#latest = undefined
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

  #makeRoom(record: SessionRecord): void {
    let [through, bytes] = [record.dropped, record.logBytes]
    const rows = this.#sql.exec<{ offset: number; size: number }>(
      'SELECT offset, size FROM events WHERE offset > ? ORDER BY offset',
      through,
    )
    for (const { offset, size } of rows) {
      through = offset
      bytes -= size
      if (bytes <= limits.logBytes - limits.logRoom) break
    }
    this.#drop(record, through)
  }

  #drop(record: SessionRecord, through: number): void {
    if (record.keepsText) this.#history.append(record.dropped, through, this.#finals(record.dropped, through))
    const rows = this.#sql.exec<{ size: number }>(
      `DELETE FROM events WHERE offset <= ?1 AND offset NOT IN
        (SELECT MAX(offset) FROM events WHERE ${STANDING} AND offset <= ?1 GROUP BY type) RETURNING size`,
      through,
    )
    for (const { size } of rows) record.logBytes -= size
    record.dropped = through
  }

  *#finals(after: number, through: number): Generator<LeavingText> {
    const rows = this.#sql.exec<{ offset: number; json: string }>(
      "SELECT offset, json FROM events WHERE offset > ? AND offset <= ? AND type = 'final' ORDER BY offset",
      after,
      through,
    )
    for (const { offset, json } of rows) yield { offset, ...(JSON.parse(json) as FinalEvent) }
  }

  /** The text of dropped events after an offset, as one final. */
  textAfter(offset: number): CompactFinal | undefined {
    return this.#history.after(offset)
  }

  /** Of the dropped events after an offset those that tell how things stand. */
  standingAfter({ dropped }: SessionRecord, offset: number): StoredEvent[] {
    const columns = 'offset, type, json'
    return this.#sql
      .exec<Columns>(
        `SELECT ${columns} FROM events WHERE offset > ? AND offset <= ? ORDER BY offset`,
        offset,
        dropped,
      )
      .toArray()
  }

  /** The events after an offset, about `limits.batch` units at once. */
  after(offset: number): StoredEvent[] {
    const events: StoredEvent[] = []
    let bytes = 0
    for (const event of this.#rowsAfter(offset)) {
      events.push(event)
      bytes += event.json.length
      if (bytes >= limits.batch) break
    }
    return events
  }

  #rowsAfter(offset: number): Iterable<StoredEvent> {
    if (this.#latest && offset >= this.#latest.after)
      return this.#latest.events.filter((event) => event.offset > offset)
    return this.#sql.exec<Columns>(
      'SELECT offset, type, json FROM events WHERE offset > ? ORDER BY offset',
      offset,
    )
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
  if (record.keepsText || offset >= record.dropped) return
  const [id, oldest] = [eventId(record, offset), eventId(record, record.dropped)]
  throw new RefusedError('events_gone', `events after ${id} are no longer kept: ${oldest} is the oldest id`, {
    oldest,
  })
}
