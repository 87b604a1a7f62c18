import type { Send } from '../http.ts'
import type { ClientOptions, SocketLike, Timers } from '../options.ts'

/** Parts that a session takes from its client. */
export interface SessionContext {
  url: ClientOptions['url']
  send: Send
  WebSocket: new (url: string) => SocketLike
  timers: Timers
  random: () => number
}
