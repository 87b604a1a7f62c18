export { type Client, createClient } from './create-client.ts'
export {
  ConnectionLostError,
  type ProblemMembers,
  ProtocolError,
  RunnelServiceError,
  SessionClosedError,
} from './errors.ts'
export type { Flow, FlowObserver } from './flow.ts'
export type {
  CipherEntry,
  ClientOptions,
  DecipherOptions,
  EncipherOptions,
  LanguageEntry,
  ModelEntry,
  RequestOptions,
  SocketEvent,
  SocketLike,
  Timers,
  UploadOptions,
} from './options.ts'
export type { RetryOptions } from './session/backoff.ts'
export type { ClientSession, SessionOptions, SessionPosition } from './session/client-session.ts'
export type { GapEvent, SessionEvent } from './session/session-event.ts'
export type { SessionState } from './session/session-state.ts'
export type { SessionTokens, TokenEntry, TokenWish } from './session/session-tokens.ts'
export type { Source } from './upload.ts'
