import type { FinalEvent } from '@runnel/decipher'
import { RefusedError } from '../refused-error.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'
import type { EventLine, StoredEvent } from './stored-event.ts'
import { type CompactFinal, type LeavingText, TextHistory } from './text-history.ts'

type Columns = { [Name in keyof StoredEvent]: StoredEvent[Name] }

/**
 * Events that tell how things stand, so that the latest of each stays when the others are dropped: a reader that gets
 * the text of earlier events as one final is told them too.
 */
const STANDING = "type IN ('key', 'candidates', 'done')"

/**
 * Events that a session keeps for its readers: the latest in the record, which is written at each step anyhow, all others in rows.
 * Offsets and sizes are in the record too. It is changed here and not written.
 */
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

  /** Tells whether lines would change nothing but the record. */
  fits({ recent = [], logBytes }: SessionRecord, lines: readonly EventLine[]): boolean {
    const bytes = sizeOf(lines)
    const isShort = sizeOf(recent) + bytes <= limits.recentBytes && logBytes + bytes <= limits.logBytes
    return isShort && lines.every(({ type }) => type !== 'candidates')
  }

  /** Appends events, and drops the oldest when the log is full; interim text only replaces the one before. */
  append(record: SessionRecord, lines: readonly EventLine[]): void {
    if (!this.fits(record, lines)) this.#storeRecent(record)
    const latest: StoredEvent[] = []
    this.#latest = { after: record.latest, events: latest }
    for (const { type, json } of lines) {
      if (type === 'interim') {
        record.interim = json
        record.version++
        continue
      }
      if (type === 'final' || type === 'done') record.interim = undefined
      record.latest++
      if (type === 'candidates') this.#replaceCandidates(record, latest)
      record.logBytes += json.length
      latest.push({ offset: record.latest, type, json })
    }
    record.recent = [...(record.recent ?? []), ...latest]
    if (sizeOf(record.recent) > limits.recentBytes) this.#storeRecent(record)
    if (record.logBytes > limits.logBytes) this.#makeRoom(record)
  }

  /** Forgets what was appended and could not be stored. */
  forget(): void {
    this.#latest = undefined
  }

  /** Makes rows of the events that are in the record. */
  #storeRecent(record: SessionRecord): void {
    if (!record.recent?.length) return
    const rows = record.recent.map((event) => ({ ...event, size: event.json.length }))
    this.#sql.exec(
      `INSERT INTO events SELECT value ->> 'offset', value ->> 'type', value ->> 'json', value ->> 'size' FROM json_each(?)`,
      JSON.stringify(rows),
    )
    record.recent = []
  }

  /** Deletes the candidates before those that come next, so that however often they change, finals stay. */
  #replaceCandidates(record: SessionRecord, latest: StoredEvent[]): void {
    const earlier = record.candidates
    record.candidates = record.latest
    if (earlier === undefined) return
    const place = latest.findIndex(({ offset }) => offset === earlier)
    for (const { json } of place === -1 ? [] : latest.splice(place, 1)) record.logBytes -= json.length
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
    this.#storeRecent(record)
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
    this.#storeRecent(record)
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
  after(record: SessionRecord, offset: number): StoredEvent[] {
    const events: StoredEvent[] = []
    let bytes = 0
    for (const event of this.#eventsAfter(record, offset)) {
      events.push(event)
      bytes += event.json.length
      if (bytes >= limits.batch) break
    }
    return events
  }

  *#eventsAfter({ recent = [] }: SessionRecord, offset: number): Generator<StoredEvent> {
    if (this.#latest && offset >= this.#latest.after) {
      yield* this.#latest.events.filter((event) => event.offset > offset)
      return
    }
    const [oldest] = recent
    if (!oldest || offset < oldest.offset - 1) {
      yield* this.#sql.exec<Columns>(
        'SELECT offset, type, json FROM events WHERE offset > ? ORDER BY offset',
        offset,
      )
    }
    for (const event of recent) if (event.offset > offset) yield event
  }
}

/** UTF-16 units of JSON of events that are kept: interim text is not. */
const sizeOf = (events: readonly EventLine[]): number =>
  events.reduce((sum, { type, json }) => sum + (type === 'interim' ? 0 : json.length), 0)

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
