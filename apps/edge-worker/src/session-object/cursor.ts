import { checkKept, type EventLog, eventId } from './event-log.ts'
import type { SessionRecord } from './session-record.ts'
import type { StoredEvent } from './stored-event.ts'

/** Place of a reader: the offset of its last event, and the version of its interim text. */
export interface Cursor {
  offset: number
  version: number
}

/** One thing that a reader gets: an event with its id, or interim text without; and its place after it. */
export interface Frame {
  id?: string
  type: string
  json: string
  after: Cursor
}

/**
 * Reads on from a cursor, stored events first, some at once. Nothing when the reader has all there is.
 *
 * @throws RefusedError when events that it has not got are gone
 */
export const framesAfter = (cursor: Cursor, record: SessionRecord, log: EventLog): Frame[] => {
  checkKept(record, cursor.offset)
  const earlier = cursor.offset < record.dropped ? compactAfter(cursor, record, log) : []
  if (earlier.length > 0) return earlier
  const { version } = cursor
  const offset = Math.max(cursor.offset, record.dropped)
  const frames = log
    .after(record, offset)
    .map((event) => frameOf(event, record, { offset: event.offset, version }))
  const last = frames.at(-1)?.after.offset ?? offset
  if (last === record.latest && version !== record.version && record.interim !== undefined) {
    frames.push({ type: 'interim', json: record.interim, after: { offset: last, version: record.version } })
  }
  return frames
}

/**
 * Frames that stand for dropped events: the latest key and candidates, then the text so far as one final, then the
 * end, if they are among them. Until that final has come, the reader is where it was: cut off before, it gets all of
 * it again.
 */
const compactAfter = (cursor: Cursor, record: SessionRecord, log: EventLog): Frame[] => {
  const { offset, version } = cursor
  const final = log.textAfter(offset)
  const through = final?.through ?? record.dropped
  const standing = through < record.dropped ? [] : log.standingAfter(record, offset)
  const ending = standing.find(({ type }) => type === 'done')
  const events: Pick<StoredEvent, 'type' | 'json'>[] = standing.filter((event) => event !== ending)
  if (final?.text) {
    const { start, text } = final
    events.push({ type: 'final', json: JSON.stringify({ type: 'final', start, text }) })
  }
  const end = ending ? through - 1 : through
  const frames = events.map((event, i) =>
    frameOf(event, record, { offset: i === events.length - 1 ? end : offset, version }),
  )
  return ending ? [...frames, frameOf(ending, record, { offset: through, version })] : frames
}

const frameOf = (
  { type, json }: Pick<StoredEvent, 'type' | 'json'>,
  record: SessionRecord,
  after: Cursor,
): Frame => ({ id: eventId(record, after.offset), type, json, after })
