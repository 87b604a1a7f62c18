import { InvalidOptionError } from '@runnel/core'
import type { Decipherer } from '../decipherer.ts'
import { acceptedType, type MediaType, mediaTypes, writers } from './media-types.ts'
import { createStream, encodeText, type PipelineOptions } from './streams.ts'

/** The start of an answer, its form and its headers. */
export interface ResponseOptions extends PipelineOptions {
  /** Form of the answer; by the request's `Accept` unless given. */
  type?: MediaType | undefined
  /** Headers beside those of a stream, or in place of them. */
  headers?: HeadersInit | undefined
}

/**
 * An answer that streams the plaintext of a request's body while that still arrives: for Workers, Deno, Bun, and whatever
 * takes a `Request` and gives a `Response`.
 *
 * Settled text, or events where `Accept` asks for `application/x-ndjson` or `text/event-stream`. No proxy and no cache is
 * to hold it back: it has no encoding, and is neither stored nor transformed. A fault of the body breaks the answer off;
 * a client that leaves frees the session.
 *
 * @throws InvalidOptionError when there is no such type
 * @throws SnapshotFormatError, SnapshotMismatchError when the snapshot is of no use
 * @throws TypeError when the body was read before
 * @example
 * import { createDecipherer, decipherResponse } from '@runnel/decipher'
 * const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
 * export default { fetch: (request: Request) => decipherResponse(request, decipherer) }
 */
export const decipherResponse = (
  request: Request,
  decipherer: Decipherer,
  options: ResponseOptions = {},
): Response => {
  const { type = acceptedType(request.headers.get('accept') ?? '') } = options
  if (!mediaTypes.includes(type)) {
    throw new InvalidOptionError('type', type, `one of ${mediaTypes.join(', ')}`)
  }
  const headers = new Headers({
    'content-type': `${type}; charset=utf-8`,
    'content-encoding': 'identity',
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  })
  new Headers(options.headers).forEach((value, name) => {
    headers.set(name, value)
  })
  if (request.bodyUsed) throw new TypeError('the body of the request was read before')
  const body = request.body ?? emptyStream()
  const stream = createStream(decipherer, options, (events) => {
    const text = writers[type](events)
    return text ? [encodeText(text)] : []
  })
  return new Response(body.pipeThrough(stream), { headers })
}

const emptyStream = (): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({ start: (controller) => controller.close() })
