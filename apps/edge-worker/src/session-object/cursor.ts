import { checkKept, type EventLog, eventId } from './event-log.ts'
import type { SessionRecord } from './session-record.ts'

/** How far a reader has got: the offset of its last event, and the version of its interim text. */
export interface Cursor {
  offset: number
  version: number
}

/** What a reader gets: events with their ids, interim text without. */
export interface Frame {
  id?: string
  type: string
  json: string
}

/**
 * What follows a cursor, stored events first; moves the cursor. Nothing when the reader has all there is.
 *
 * @throws RefusedError when events that it has not got are gone
 */
export const framesAfter = (cursor: Cursor, record: SessionRecord, log: EventLog): Frame[] => {
  checkKept(record, cursor.offset)
  const frames: Frame[] = []
  for (const { offset, type, json } of log.after(cursor.offset)) {
    frames.push({ id: eventId(record, offset), type, json })
    cursor.offset = offset
  }
  if (cursor.offset === record.latest && cursor.version !== record.version) {
    cursor.version = record.version
    if (record.interim !== undefined) frames.push({ type: 'interim', json: record.interim })
  }
  return frames
}
