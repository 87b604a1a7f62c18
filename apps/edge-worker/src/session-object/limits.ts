/** Ceilings of a session; docs/edge-sessions.md lists each with the error it gives. */
export const limits = {
  /**
   * Bytes of UTF-8 in one chunk. Letters that no key explains cost up to 3 ms of CPU each, and the platform ends a
   * request after 30 s: a larger chunk could be sent again for ever and never be read.
   */
  chunkBytes: 8 * 1024,
  /** Bytes of UTF-8 in all chunks of a session. */
  sessionBytes: 16 * 1024 * 1024,
  /** Work of a session: net steps and letters, 5 to 25 µs each. Enough for all of its bytes, if they are English. */
  work: 40_000_000,
  /** Work that it may do at once, and more each second. What one chunk takes beyond that is owed. */
  workAtOnce: 500_000,
  workRate: 25_000,
  /**
   * Work of a chunk, or another step, besides its letters, whatever comes of it: 0.2 to 0.4 ms for one that is empty. And
   * milliseconds for which those that follow one another are taken for one burst, which takes its turns as a long chunk does.
   */
  stepWork: 40,
  burst: 100,
  /**
   * Work of a request or message that reads nothing, as signs of life and acknowledgements are; how many of them there may be
   * at once, and more each second.
   */
  heedWork: 10,
  heedAtOnce: 500,
  heedRate: 50,
  /**
   * Bytes and work of the steps that are kept to be taken again, instead of a snapshot with each of them: one page of the
   * database with the rest of the record, and 5 to 25 ms when the session wakes.
   */
  sinceBytes: 1536,
  sinceWork: 1000,
  /** UTF-16 units of JSON of the events that are kept in the record before they make rows: some ten short chunks. */
  recentBytes: 1024,
  /** Chunks, and other steps, that may wait for the one before. */
  steps: 64,
  /** Bytes that a chunk counts for besides its text, for events: those of the message around it. */
  envelope: 32,
  /** Bytes of JSON of the events that are kept; of the oldest only the text stays. */
  logBytes: 4 * 1024 * 1024,
  /** Bytes that are made room for at once when that many are kept. */
  logRoom: 512 * 1024,
  /** UTF-16 units of text, and events, of a row of the text of earlier events: small, since it is written often. */
  historyRow: 4096,
  /** UTF-16 units above which the text of earlier events comes as another final: as JSON, up to 1.5 MiB. */
  historyFinal: 256 * 1024,
  /** Readers of one session at a time, sockets and event streams together. */
  readers: 16,
  /** Tokens of one session at a time. */
  tokens: 32,
  /** Milliseconds in which event streams without a reader have to be noticed when all places are taken. */
  probeTime: 500,
  /** UTF-16 units of a message over a socket: a chunk of control characters, escaped, has room. */
  message: 64 * 1024,
  /** Milliseconds between two signs of life that are stored: each is a write, and costs who sends it nothing. */
  signs: 1000,
  /** Milliseconds without a chunk or another sign of life. */
  idle: 15 * 60_000,
  /** Milliseconds from the start or the renewal of a session to its end, and to that of its token. */
  age: 24 * 3_600_000,
  /** Milliseconds of silence after which an event stream gets a comment. */
  keepAlive: 15_000,
  /** UTF-16 units of events that are taken out of the log at once. */
  batch: 64 * 1024,
  /** Bytes that a socket is sent ahead of the last mark that its reader sent back. */
  windowBytes: 256 * 1024,
  /** Bytes after which a socket is sent a mark. */
  markBytes: 32 * 1024,
} as const
