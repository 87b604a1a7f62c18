import type { DecipherEvent } from '@runnel/decipher'
import type { Waiting } from '../frame.ts'

/** The text that waits after events; none where all is settled up to `end`. */
export const waitingOf = (events: readonly DecipherEvent[], end: number): Waiting => {
  const interim = events.findLast((event) => event.type === 'interim')
  if (!interim) return { start: end, text: '', confidence: new Uint8Array(0) }
  const { start, text, confidence = [] } = interim
  // Rounded down: only what is certain is 255.
  return { start, text, confidence: Uint8Array.from(confidence, (share) => Math.floor(share * 255)) }
}
