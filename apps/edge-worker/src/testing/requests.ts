import { createApp } from '../app.ts'

const app = createApp()

/** Sends a request to the service, in this isolate. */
export const send = async (
  path: string,
  body?: BodyInit,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<Response> =>
  app.fetch(
    new Request(`http://runnel.test${path}`, { method, headers, ...(body !== undefined && { body }) }),
  )

/** A body that the test writes piece by piece. */
export const openBody = () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  return {
    readable,
    write: (piece: string | Uint8Array) =>
      writer.write(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece),
    close: () => writer.close(),
    abort: (reason: Error) => writer.abort(reason),
  }
}

/** Text of the next chunk of an answer. */
export const nextText = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> =>
  new TextDecoder().decode((await reader.read()).value)
