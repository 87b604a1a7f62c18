import type { CandidatesEvent, DoneEvent, FinalEvent, InterimEvent, KeyEvent } from '@runnel/decipher'
import { eventShapes } from '../event-shape.ts'
import { hasShapeOfType, isCount, isText, optional, parseShape, type Shape } from '../shape.ts'

/** The service no longer keeps the events up to and with `id`: those of them that have not come are lost. */
export interface GapEvent {
  type: 'gap'
  id: string
}

/** An event of a session, with the id from which a reader goes on. Interim text has none. */
export type SessionEvent =
  | ((FinalEvent | KeyEvent | CandidatesEvent | DoneEvent) & { id: string })
  | InterimEvent
  | GapEvent

/** A message of the service over a socket. */
export type ServiceMessage =
  | { type: 'event'; event: SessionEvent }
  | { type: 'accepted'; next: number }
  | { type: 'mark'; mark: string }
  | { type: 'error'; code: string; detail: string; expected?: number; oldest?: string }
  | { type: 'other' }

/** Members of the messages that are known. */
const shapes: Readonly<Record<string, Shape>> = {
  final: { id: isText, ...eventShapes.final },
  interim: eventShapes.interim,
  key: { id: isText, ...eventShapes.key },
  candidates: { id: isText, ...eventShapes.candidates },
  done: { id: isText, ...eventShapes.done },
  accepted: { next: isCount },
  mark: { mark: isText },
  error: { code: isText, detail: isText, expected: optional(isCount), oldest: optional(isText) },
}

const isMessage = hasShapeOfType(shapes)

/**
 * Reads a message; one of a type that is not known is of a later version of the service, and passed over.
 *
 * @throws ProtocolError for what no version of the service says
 */
export const parseMessage = (frame: unknown): ServiceMessage => {
  const message = parseShape<ServiceMessage | SessionEvent>(String(frame), isMessage)
  if (Object.hasOwn(eventShapes, message.type)) return { type: 'event', event: message as SessionEvent }
  return Object.hasOwn(shapes, message.type) ? (message as ServiceMessage) : { type: 'other' }
}
