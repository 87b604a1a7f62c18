import type { DecipherEvent } from '@runnel/decipher'

/** An event as it is kept: its JSON, and its place in the log, counted from 1. */
export interface StoredEvent {
  offset: number
  type: DecipherEvent['type']
  json: string
}

/** An event with its JSON, before it has a place. */
export type EventLine = Pick<StoredEvent, 'type' | 'json'>

/** Writes events, each with its JSON. */
export const linesOf = (events: readonly DecipherEvent[]): EventLine[] =>
  events.map((event) => ({ type: event.type, json: JSON.stringify(event) }))
