import type { DecipherEvent, DoneEvent, FinalEvent, InterimEvent, KeyEvent } from '@runnel/decipher'

/** An event of a session, with the id from which a reader goes on. Interim text has none. */
export type SessionEvent = ((FinalEvent | KeyEvent | DoneEvent) & { id: string }) | InterimEvent

/** A message of the service over a socket, as far as it has been checked. */
export type ServiceMessage =
  | { type: 'event'; event: SessionEvent }
  | { type: 'accepted'; next: number }
  | { type: 'mark'; mark: string }
  | { type: 'error'; code: string; detail: string; expected?: number; oldest?: string }
  | { type: 'other' }

const events: readonly string[] = ['final', 'interim', 'key', 'done'] satisfies DecipherEvent['type'][]

/** Reads a message; what is not known is of a later version of the service, and passed over. */
export const parseMessage = (text: unknown): ServiceMessage => {
  const message = JSON.parse(String(text))
  if (events.includes(message.type)) return { type: 'event', event: message }
  return ['accepted', 'mark', 'error'].includes(message.type) ? message : { type: 'other' }
}
