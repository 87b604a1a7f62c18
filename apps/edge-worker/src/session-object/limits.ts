/** Ceilings of a session; docs/edge-sessions.md lists each with the error it gives. */
export const limits = {
  /** Bytes of UTF-8 in one chunk. */
  chunkBytes: 64 * 1024,
  /** Bytes of UTF-8 in all chunks of a session. */
  sessionBytes: 16 * 1024 * 1024,
  /** Bytes of JSON of the events that are kept; the oldest are dropped first. */
  logBytes: 4 * 1024 * 1024,
  /** Readers of one session at a time, sockets and event streams together. */
  readers: 16,
  /** Letters that may wait to become final. */
  maxDelay: 1000,
  /** Milliseconds without a chunk or another sign of life. */
  idle: 15 * 60_000,
  /** Milliseconds from the start to the end of a session, and of its token. */
  age: 24 * 3_600_000,
  /** Milliseconds of silence after which an event stream gets a comment. */
  keepAlive: 15_000,
  /** Bytes of events that are sent at once. */
  batchBytes: 64 * 1024,
} as const
