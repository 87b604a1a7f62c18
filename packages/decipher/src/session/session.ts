import { type Chunk, createUtf8Decoder, isHighSurrogate, readChunk } from '@runnel/core'
import { SessionEndedError, SnapshotMismatchError } from '../errors.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import type { DecipherEvent } from './events.ts'
import type { Inference } from './inference.ts'

/** Deciphers one stream. Everything else (operator, transform, route, command) wraps this. */
export interface DecipherSession {
  /**
   * Reads the next chunk, cut anywhere: text, or bytes of UTF-8.
   *
   * @returns what became known; finals never split a surrogate pair
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
   * However long the stream, at most 160 bytes, the name and id of the model (or the cipher, its alphabet and the
   * key), and 4 bytes for each number of a net's state; with a search over keys as many states as are still alive:
   * docs/live-inference.md states the limit.
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

/**
 * Starts a session, or goes on where a snapshot was taken.
 *
 * @throws SnapshotFormatError when the snapshot is damaged
 * @throws SnapshotMismatchError when it belongs to another model or key
 */
export const createSession = (inference: Inference, snapshot?: Uint8Array): DecipherSession => {
  const restored = snapshot && decodeSnapshot(snapshot)
  if (restored && restored.header.fingerprint !== inference.fingerprint) {
    throw new SnapshotMismatchError(inference.fingerprint, restored.header.fingerprint)
  }
  const stream = inference.createStream(restored?.saved)
  let { position, letters, held, ended } = restored?.header ?? {
    position: 0,
    letters: 0,
    held: '',
    ended: false,
  }
  let utf8 =
    restored &&
    createUtf8Decoder({ pending: Uint8Array.from(restored.header.pending), started: restored.header.started })
  let freed = false
  const hasStarted = () => position + held.length > 0

  /** Text that a piece completes. Text cuts off an unfinished code point; only a stream's first mark is dropped. */
  const decode = (piece: string | Uint8Array): string => {
    if (typeof piece === 'string') {
      const unfinished = utf8?.flush() ?? ''
      utf8 = undefined
      return unfinished + piece
    }
    utf8 ??= createUtf8Decoder({ pending: new Uint8Array(0), started: hasStarted() })
    return utf8.push(piece)
  }

  const read = (text: string): DecipherEvent[] => {
    if (text.length === 0) return []
    const { indexOf } = inference.alphabet
    let count = 0
    for (let i = 0; i < text.length; i++) if (indexOf(text.charCodeAt(i)) !== -1) count++
    letters += count
    const events = stream.read(text, position)
    position += text.length
    return events
  }

  /** Holds back a trailing first half of a surrogate pair, so that no event splits the pair. */
  const whole = (chunk: string): string => {
    const text = held + chunk
    held = isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.slice(-1) : ''
    return held ? text.slice(0, -1) : text
  }

  return {
    push(chunk) {
      if (ended) throw new SessionEndedError()
      const piece = readChunk(chunk)
      return piece.length === 0 ? [] : read(whole(decode(piece)))
    },
    settle() {
      if (ended) throw new SessionEndedError()
      return stream.settle()
    },
    flush() {
      if (ended) return []
      const events = read(whole(utf8?.flush() ?? '') + held)
      held = ''
      ended = true
      events.push(...stream.settle())
      events.push({ type: 'done', start: position, ...stream.belief(), letters })
      return events
    },
    snapshot() {
      if (freed) throw new SessionEndedError()
      const { pending, started } = utf8?.save() ?? { pending: [], started: hasStarted() }
      const { fingerprint } = inference
      return encodeSnapshot(
        { fingerprint, position, letters, held, pending: [...pending], started, ended },
        stream.save(),
      )
    },
    free() {
      if (freed) return
      freed = ended = true
      stream.free()
    },
  }
}
