import type { DecipherEvent } from '@runnel/decipher'
import { byteLength } from '../byte-length.ts'

/** Bytes that a reader is sent for events, with the ids before them. */
export const sizeOfEvents = (events: readonly DecipherEvent[]): number =>
  events.reduce((sum, event) => sum + byteLength(JSON.stringify(event)) + FRAME, 0)

/** Bytes of id, type and line ends around an event: `id: 12345678-1234\nevent: candidates\ndata: \n\n`. */
const FRAME = 48
