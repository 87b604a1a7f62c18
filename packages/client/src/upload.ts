import type { UploadOptions } from './options.ts'

/** Text or bytes, whole or in pieces that may be cut anywhere. */
export type Source =
  | string
  | Uint8Array
  | ReadableStream<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | Iterable<string | Uint8Array>

/** Makes the body of a request. */
export const bodyOf = async (
  source: Source,
  { upload = isBrowser() ? 'whole' : 'stream' }: UploadOptions,
): Promise<BodyInit> => {
  if (typeof source === 'string') return source
  // A copy is of a buffer of its own: a shared one cannot be sent.
  if (source instanceof Uint8Array) return source.slice()
  const stream = encoded(source)
  return upload === 'stream' ? stream : new Response(stream).blob()
}

/** Browsers, and nothing else, call themselves this. */
const isBrowser = (): boolean => globalThis.navigator?.userAgent?.startsWith('Mozilla/') ?? false

/** The bytes of a source, taken from it one piece for each that is asked for. */
const encoded = (source: Exclude<Source, string | Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = iteratorOf(source)
  const encoder = new TextEncoder()
  // A piece may end between two halves of a surrogate pair: the first half waits for the next piece.
  let half = ''
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        const { done, value } = await iterator.next()
        const text = half + (typeof value === 'string' ? value : '')
        half = !done && typeof value === 'string' && /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : ''
        const pieces: Uint8Array[] = [encoder.encode(text.slice(0, text.length - half.length))]
        if (typeof value === 'object') pieces.push(value)
        const full = pieces.filter(({ length }) => length > 0)
        for (const piece of full) controller.enqueue(piece)
        if (done) return controller.close()
        if (full.length > 0) return
      }
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

type Pieces = AsyncIterator<string | Uint8Array> | Iterator<string | Uint8Array>

const iteratorOf = (source: Exclude<Source, string | Uint8Array>): Pieces => {
  if (Symbol.asyncIterator in source) return source[Symbol.asyncIterator]()
  if (Symbol.iterator in source) return source[Symbol.iterator]()
  // Streams of Safari and of older Chromium are not iterable.
  const reader = (source as ReadableStream<Uint8Array | string>).getReader()
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
