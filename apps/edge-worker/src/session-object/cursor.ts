import { checkKept, type EventLog, eventId } from './event-log.ts'
import type { SessionRecord } from './session-record.ts'

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
export const framesAfter = ({ offset, version }: Cursor, record: SessionRecord, log: EventLog): Frame[] => {
  checkKept(record, offset)
  const frames = log.after(offset).map((event): Frame => {
    const { type, json } = event
    return { id: eventId(record, event.offset), type, json, after: { offset: event.offset, version } }
  })
  const last = frames.at(-1)?.after.offset ?? offset
  if (last === record.latest && version !== record.version && record.interim !== undefined) {
    frames.push({ type: 'interim', json: record.interim, after: { offset: last, version: record.version } })
  }
  return frames
}
