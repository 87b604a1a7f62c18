/** The bytes of the shortest head that a request can have. */
export const headOf = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string | undefined>>,
): number =>
  [
    `${method} ${path} HTTP/1.1`,
    'host: a',
    ...Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])),
    '',
    '',
  ].join('\r\n').length

/** The bytes of an answer, its head among them; it is read to its end, or to where it breaks off. */
export const bytesOfAnswer = async ({ headers, body }: Response): Promise<number> => {
  let bytes = 'HTTP/1.1 200 OK\r\n\r\n'.length
  for (const [name, value] of headers) bytes += name.length + value.length + 4
  try {
    for await (const part of body ?? []) bytes += part.length
  } catch {} // What is malformed breaks off.
  return bytes
}

/** A body that comes in pieces. */
export const bodyIn = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> => {
  let at = 0
  return new ReadableStream({
    pull: (controller) => (at < pieces.length ? controller.enqueue(pieces[at++]) : controller.close()),
  })
}

/** The bytes of a message of a WebSocket with its frame; a client masks what it sends. */
export const bytesOfMessage = (text: string, by: 'client' | 'service'): number => {
  const { length } = new TextEncoder().encode(text)
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  return length + head + (by === 'client' ? 4 : 0)
}
