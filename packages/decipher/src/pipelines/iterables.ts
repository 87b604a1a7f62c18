import type { Chunk } from '@runnel/core'
import type { Decipherer } from '../decipherer.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent } from '../session/events.ts'
import { type PipelineOptions, settledText } from './streams.ts'

/** Chunks of ciphertext that come one after another: an array, a Node stream, a generator, a ReadableStream. */
export type ChunkSource = AsyncIterable<Chunk> | Iterable<Chunk>

/** An iterator whose session can be stored. */
export interface DecipherIterator<Output> extends AsyncGenerator<Output, void, undefined> {
  /**
   * Snapshot of the session, which has read every chunk whose output was given, and no other unless one is waited for.
   *
   * @throws SessionEndedError when the iteration has ended
   */
  snapshot(): Uint8Array
}

/**
 * Deciphers chunks, of text or UTF-8 cut anywhere, into the events of one chunk after another.
 *
 * Reads one chunk when asked, no sooner. The end of the source flushes the session; however the iteration ends, the
 * session is freed and the source closed.
 *
 * @throws SnapshotFormatError, SnapshotMismatchError when the snapshot is of no use
 */
export const decipherEventIterable = (
  decipherer: Decipherer,
  source: ChunkSource,
  options: PipelineOptions = {},
): DecipherIterator<DecipherEvent> => iterate(decipherer, source, options, (events) => events)

/**
 * Deciphers chunks, of text or UTF-8 cut anywhere, into settled plaintext.
 *
 * Reads, ends and frees as `decipherEventIterable`.
 *
 * @throws SnapshotFormatError, SnapshotMismatchError when the snapshot is of no use
 * @example
 * import { createDecipherer, decipherIterable } from '@runnel/decipher'
 * const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
 * for await (const text of decipherIterable(decipherer, ['gd', 'wd'])) console.log(text)
 */
export const decipherIterable = (
  decipherer: Decipherer,
  source: ChunkSource,
  options: PipelineOptions = {},
): DecipherIterator<string> => iterate(decipherer, source, options, settledText)

const iterate = <Output>(
  decipherer: Decipherer,
  source: ChunkSource,
  { snapshot, signal }: PipelineOptions,
  outputs: (events: DecipherEvent[]) => Output[],
): DecipherIterator<Output> => {
  const own = snapshot?.slice()
  if (own) decipherer.createSession(own).free()
  // Made when it is needed: who never iterates leaves nothing to free.
  let session: DecipherSession | undefined
  const open = () => {
    session ??= decipherer.createSession(own)
    return session
  }
  async function* generate() {
    try {
      for await (const chunk of signal ? abortable(source, signal) : source)
        yield* outputs(open().push(chunk))
      yield* outputs(open().flush())
    } finally {
      open().free()
    }
  }
  return Object.assign(generate(), { snapshot: () => open().snapshot() })
}

/** The items of a source until the signal aborts; fails with its reason even while the source stands still. */
async function* abortable<T>(source: AsyncIterable<T> | Iterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  let ended = false
  try {
    while (true) {
      const { done, value } = await unlessAborted(() => iterator.next(), signal)
      if (done) {
        ended = true
        return
      }
      yield value
    }
  } catch (error) {
    ended ||= !signal.aborted
    throw error
  } finally {
    const closing = ended ? undefined : iterator.return?.()
    // A source that stands still may never say that it has closed, so nobody waits for it.
    if (signal.aborted) Promise.resolve(closing).catch(() => {})
    else await closing
  }
}

const unlessAborted = <T>(next: () => T | PromiseLike<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    Promise.resolve(next())
      .finally(() => signal.removeEventListener('abort', abort))
      .then(resolve, reject)
  })
