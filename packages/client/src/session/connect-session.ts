import type { ClientSession, SessionOptions, SessionPosition } from './client-session.ts'
import { ConnectedSession } from './connected-session.ts'
import type { SessionContext } from './session-context.ts'

/** Connects to a session that the service has, and keeps connected. */
export const connectSession = (
  context: SessionContext,
  position: SessionPosition,
  options: SessionOptions,
): ClientSession => {
  const session = new ConnectedSession(context, position, options)
  session.start()
  return session
}
