import { createFlow, type Flow } from './flow.ts'
import type { Call, Send } from './http.ts'
import type { UploadOptions } from './options.ts'
import { bodyOf, type Source } from './upload.ts'

/** Values out of the text of an answer; `undefined` stands for its end. */
export type Parse<T> = (text: string | undefined) => Iterable<T>

/** Text on its way up, and where to. */
export interface Upload extends UploadOptions {
  path: string
  query: Call['query']
  source: Source
}

/** Text as it comes. */
export const asIs: Parse<string> = (text) => (text ? [text] : [])

/** Sends a source and gives what comes back. Nothing is sent before the first value is asked for. */
export const download = <T>(
  send: Send,
  { path, query = {}, source, upload, signal }: Upload,
  accept: string,
  parse: Parse<T>,
): Flow<T> => {
  const leaving = new AbortController()
  const values = (async function* (): AsyncGenerator<T, undefined> {
    const ending = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal
    const body = await bodyOf(source, { upload, signal: ending })
    const response = await send({
      method: 'POST',
      path,
      query,
      headers: { accept },
      body,
      signal: ending,
    })
    const reader = (response.body ?? new Blob([]).stream()).pipeThrough(new TextDecoderStream()).getReader()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        yield* parse(value)
        if (done) return undefined
      }
    } finally {
      // What follows something that cannot be read is not wanted.
      reader.cancel().catch(() => {})
    }
  })()
  return createFlow(
    () => values.next(),
    () => leaving.abort(),
  )
}
