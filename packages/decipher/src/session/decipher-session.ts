import type { Chunk } from '@runnel/core'
import type { DecipherEvent } from './events.ts'

/** Deciphers one stream. Everything else (operator, transform, route, command) wraps this. */
export interface DecipherSession {
  /**
   * Reads the next chunk, cut anywhere: text, or bytes of UTF-8.
   *
   * @returns the events that it gave rise to; finals never split a surrogate pair
   * @throws SessionEndedError after `flush`; TypeError when the chunk is neither
   */
  push(chunk: Chunk): DecipherEvent[]
  /**
   * Makes all text read so far final by what is believed now, and goes on: for a speaker's pause, or a reader who will
   * wait no longer. Half a code point stays held back. What is not certain yet may turn out wrong.
   *
   * @throws SessionEndedError after `flush`
   */
  settle(): DecipherEvent[]
  /** Ends the stream: settles what is left and gives `done`. A second call gives nothing. */
  flush(): DecipherEvent[]
  /**
   * All that the session remembers, as bytes; the session goes on unchanged.
   *
   * However long the stream, at most 160 bytes, the fingerprint (name and id of the model, or the cipher, its alphabet
   * and the key), and 4 bytes for each number of a net's state; with a search over keys as many states as are still
   * alive: docs/live-inference.md states the limit. Candidates, where they are told, take 120 bytes more. Text of a
   * transposition is held until it ends: up to 128 KiB; that of a homophonic substitution until its key is found: 24 KiB.
   *
   * @throws SessionEndedError after `free`
   */
  snapshot(): Uint8Array
  /**
   * Drops the session, and gives the memory of its net's state back at once; garbage collection would do so some
   * day. `push` and `snapshot` throw afterwards, `flush` gives nothing, a second call does nothing.
   */
  free(): void
}
