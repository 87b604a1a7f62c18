import type { DecipherEvent } from '@runnel/decipher'

/** Where the service is, and how to ask it. */
export interface RemoteOptions {
  /** Address of the service. */
  service: URL
  /** Cipher and key, when they are known. */
  known?: { cipher: string; key: string }
  signal?: AbortSignal
  fetch?: (request: Request) => Response | Promise<Response>
}

/**
 * Deciphers a stream through the edge service: events come while ciphertext still goes up.
 *
 * Leaving the loop cancels the answer, and with it the upload. Browsers send a stream over HTTP/2 or later alone.
 *
 * @throws Error with what the service says is wrong
 */
export async function* decipherRemotely(
  ciphertext: ReadableStream<Uint8Array>,
  { service, known, signal, fetch = globalThis.fetch }: RemoteOptions,
): AsyncGenerator<DecipherEvent> {
  const url = new URL('/v1/decipher', service)
  for (const [name, value] of Object.entries(known ?? {})) url.searchParams.set(name, value)
  const options = {
    method: 'POST',
    body: ciphertext,
    headers: { accept: 'application/x-ndjson' },
    duplex: 'half', // the answer need not wait for the end of the body
    ...(signal && { signal }),
  }
  const response = await fetch(new Request(url, options))
  if (!response.ok || !response.body) {
    const { code, detail } = await response.json()
    throw new Error(`${code}: ${detail}`)
  }
  let line = ''
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (line + part).split('\n')
    line = lines.pop() ?? ''
    for (const complete of lines) yield JSON.parse(complete)
  }
}
