import type { DecipherEvent } from '../session/events.ts'

/** An event of a session that began so many UTF-16 units, and letters, after the stream did. */
export const shifted = (
  event: DecipherEvent,
  { units, letters }: { units: number; letters: number },
): DecipherEvent => {
  const start = event.start + units
  return event.type === 'done' ? { ...event, start, letters: event.letters + letters } : { ...event, start }
}
