import type { ClientSession } from '@runnel/client'
import { CHUNK } from './constants.ts'
import type { EdgeReading } from './edge-reading.ts'

/** Sends what has not been sent of a text, a chunk at a time; several may be at it, and none sends what another one has. */
export const sendText = async (reading: EdgeReading, session: ClientSession): Promise<void> => {
  for (;;) {
    const at = reading.sent.at(-1) ?? 0
    if (at >= reading.text.length) return
    const to = Math.min(reading.text.length, at + CHUNK)
    reading.sent.push(to)
    await session.push(reading.text.slice(at, to))
  }
}
