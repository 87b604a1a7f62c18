import { type Chunk, readChunk } from '@runnel/core'
import type { UploadOptions } from './options.ts'

/** Text or bytes, whole or in pieces that may be cut anywhere. */
export type Source = Chunk | Chunks
type Chunks = ReadableStream<Chunk> | AsyncIterable<Chunk> | Iterable<Chunk>

/** Makes the body of a request. */
export const bodyOf = async (
  source: Source,
  { upload = isBrowser() ? 'whole' : 'stream', signal }: UploadOptions,
): Promise<BodyInit> => {
  if (isChunk(source)) {
    const whole = readChunk(source)
    // A copy is of a buffer of its own: a shared one cannot be sent.
    return typeof whole === 'string' ? whole : whole.slice()
  }
  const stream = encoded(source)
  return upload === 'stream' ? stream : gathered(stream, signal)
}

/** All bytes of a stream, which a signal ends. A Response would gather them too, but browsers' lose the reason of a failure. */
const gathered = async (
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Blob> => {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = stream.getReader()
  const leave = () => void reader.cancel(signal?.reason).catch(() => {})
  if (signal?.aborted) leave()
  signal?.addEventListener('abort', leave)
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value.slice())
  signal?.removeEventListener('abort', leave)
  signal?.throwIfAborted()
  return new Blob(parts)
}

const isChunk = (source: Source): source is Chunk =>
  typeof source === 'string' || source instanceof ArrayBuffer || ArrayBuffer.isView(source)

/** Browsers, and nothing else, call themselves this. */
const isBrowser = (): boolean => globalThis.navigator?.userAgent?.startsWith('Mozilla/') ?? false

/** The bytes of a source, taken from it one piece for each that is asked for. */
const encoded = (source: Chunks): ReadableStream<Uint8Array> => {
  const iterator = iteratorOf(source)
  const encoder = new TextEncoder()
  const next = async (): Promise<string | Uint8Array | undefined> => {
    const { done, value } = await iterator.next()
    if (done) return undefined
    try {
      return readChunk(value)
    } catch (error) {
      await iterator.return?.()
      throw error
    }
  }
  // A piece may end between two halves of a surrogate pair: the first half waits for the next piece.
  let half = ''
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        const piece = await next()
        const text = half + (typeof piece === 'string' ? piece : '')
        half = typeof piece === 'string' && /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : ''
        const bytes: Uint8Array[] = [encoder.encode(text.slice(0, text.length - half.length))]
        if (typeof piece === 'object') bytes.push(piece)
        const full = bytes.filter(({ length }) => length > 0)
        for (const part of full) controller.enqueue(part)
        if (piece === undefined) return controller.close()
        if (full.length > 0) return
      }
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

type Pieces = AsyncIterator<Chunk> | Iterator<Chunk>

const iteratorOf = (source: Chunks): Pieces => {
  if (!('getReader' in source)) {
    return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  }
  // Not all streams are iterable: those of Safari and of older Chromium. And an iterator of a stream is left only when
  // the next piece has come, a reader at once.
  const reader = source.getReader()
  return {
    next: async () => {
      const { done, value } = await reader.read()
      return done ? { done, value: undefined } : { done, value }
    },
    return: async () => {
      await reader.cancel()
      return { done: true, value: undefined }
    },
  }
}
