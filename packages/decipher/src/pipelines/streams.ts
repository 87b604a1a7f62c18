import { type Chunk, InvalidOptionError } from '@runnel/core'
import type { Decipherer } from '../decipherer.ts'
import type { DecipherEvent } from '../session/events.ts'
import { createStreamPair } from './stream-pair.ts'

/** The start of a pipeline, and its early end. */
export interface PipelineOptions {
  /** Go on where this snapshot of a session was taken. */
  snapshot?: Uint8Array | ArrayBuffer | undefined
  /** Gives up: what is read and what is written fail with its reason, and the session is freed. */
  signal?: AbortSignal | undefined
}

/** Chunks that a stream of plaintext can give, by name. */
export interface StreamOutputs {
  text: string
  /** UTF-8: the body of a `Response` wants it, and so do files and sockets. */
  bytes: Uint8Array<ArrayBuffer>
}

/** The start of a stream of plaintext, its early end, and the kind of its chunks. */
export interface DecipherStreamOptions<Output extends keyof StreamOutputs = 'text'> extends PipelineOptions {
  /** `'text'` unless given. */
  output?: Output | undefined
}

/** A transform stream whose session can be stored. */
export interface DecipherStream<Output> extends TransformStream<Chunk, Output> {
  /**
   * Snapshot of the session, which has read every chunk whose `write` is done, and no other unless a read waits.
   *
   * @throws SessionEndedError when the stream has ended
   */
  snapshot(): Uint8Array
}

/**
 * A transform from ciphertext, as text or bytes of UTF-8 cut anywhere, to events.
 *
 * Each stream has a session of its own. Closing flushes it; however the stream ends, it is freed. It reads only as
 * fast as it is read: one chunk may wait before it, and the events of one chunk behind it.
 *
 * @throws SnapshotFormatError, SnapshotMismatchError when the snapshot is of no use
 */
export const createDecipherEventStream = (
  decipherer: Decipherer,
  options: PipelineOptions = {},
): DecipherStream<DecipherEvent> => createStream(decipherer, options, (events) => events)

/**
 * A transform from ciphertext, as text or bytes of UTF-8 cut anywhere, to settled plaintext, as text or bytes.
 *
 * Ends, frees and waits as `createDecipherEventStream`. A `Response` wants `output: 'bytes'`: Workers answer with an
 * empty body where a stream gives text. `decipherResponse` makes one whole.
 *
 * @throws InvalidOptionError when there is no such output
 * @throws SnapshotFormatError, SnapshotMismatchError when the snapshot is of no use
 * @example
 * import { createDecipherer, createDecipherStream } from '@runnel/decipher'
 * const plaintext = new Blob(['gdwd'])
 *   .stream()
 *   .pipeThrough(createDecipherStream(createDecipherer({ cipher: 'caesar', key: '3' })))
 */
export const createDecipherStream = <Output extends keyof StreamOutputs = 'text'>(
  decipherer: Decipherer,
  options: DecipherStreamOptions<Output> = {},
): DecipherStream<StreamOutputs[Output]> => {
  const outputs = { text: settledText, bytes: settledBytes }[options.output ?? 'text']
  if (!outputs) throw new InvalidOptionError('output', options.output, 'text or bytes')
  return createStream<string | Uint8Array>(decipherer, options, outputs) as DecipherStream<
    StreamOutputs[Output]
  >
}

/** A transform from ciphertext to the output of each chunk's events. Ends, frees and waits as those of its kind. */
export const createStream = <Output>(
  decipherer: Decipherer,
  { snapshot, signal }: PipelineOptions,
  outputs: (events: DecipherEvent[]) => Output[],
): DecipherStream<Output> => {
  const session = decipherer.createSession(snapshot)
  const pair = createStreamPair<Chunk, Output>(
    {
      transform: (chunk) => outputs(session.push(chunk)),
      flush: () => outputs(session.flush()),
      end: () => session.free(),
    },
    signal,
  )
  return { ...pair, snapshot: () => session.snapshot() }
}

/** The settled text among some events, joined. */
export const finalText = (events: readonly DecipherEvent[]): string => {
  let text = ''
  for (const event of events) if (event.type === 'final') text += event.text
  return text
}

/** The settled text among some events, unless there is none. */
export const settledText = (events: readonly DecipherEvent[]): string[] => {
  const text = finalText(events)
  return text ? [text] : []
}

const settledBytes = (events: readonly DecipherEvent[]): Uint8Array<ArrayBuffer>[] =>
  settledText(events).map(encodeText)

/** Text in UTF-8. That of an event may stand by itself: none splits a surrogate pair. */
export const encodeText = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
