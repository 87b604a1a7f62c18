import type { Send } from '../http.ts'
import type { ClientSession, SessionOptions, SessionPosition } from '../session/client-session.ts'
import { connectSession } from '../session/connect-session.ts'
import type { SessionEvent } from '../session/session-event.ts'
import { FakePlatform } from './fake-platform.ts'

/** A session of a test's own, the platform it runs on, and a function that reads its next event. */
export interface StartedSession {
  platform: FakePlatform
  session: ClientSession
  next: () => Promise<IteratorResult<SessionEvent, undefined>>
}

/** Connects to a session on a platform that the test holds in its hands. */
export const start = (
  options: SessionOptions = {},
  position: Partial<SessionPosition> = { next: 0 },
  send: Send = async () => Response.json({}),
): StartedSession => {
  const platform = new FakePlatform()
  const session = connectSession(
    { url: 'http://service', send, WebSocket: platform.WebSocket, timers: platform, random: () => 1 },
    { id: 's', token: 't', ...position },
    options,
  )
  return { platform, session, next: () => session.events[Symbol.asyncIterator]().next() }
}

/** A final of one character, the one before an offset. */
export const final = (offset: number, text = 'x'): SessionEvent => ({
  type: 'final',
  id: `e-${offset}`,
  start: offset - 1,
  text,
})

/** The end of a stream, at an offset. */
export const done = (offset: number): SessionEvent => ({
  type: 'done',
  id: `e-${offset}`,
  start: offset - 1,
  cipher: 'caesar',
  key: { shift: 3 },
  probability: 1,
  letters: offset - 1,
})
