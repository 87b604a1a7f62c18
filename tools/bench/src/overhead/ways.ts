import { createDecipherStream, type Decipherer, decipherIterable, finalText } from '@runnel/decipher'
import { decipher } from '@runnel/rx-operators'
import { from } from 'rxjs'

/** A way of sending chunks through a decipherer; gives the length of what came out. */
export type Way = (decipherer: Decipherer, chunks: readonly string[]) => number | Promise<number>

const lengthOf = async (readable: ReadableStream<string>): Promise<number> => {
  const reader = readable.getReader()
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) length += next.value.length
  return length
}

/** Writes chunk by chunk, each when the one before was taken, while somebody reads. */
const through = async (
  { readable, writable }: TransformStream<string | Uint8Array, string>,
  chunks: readonly string[],
): Promise<number> => {
  const writer = writable.getWriter()
  const length = lengthOf(readable)
  for (const chunk of chunks) await writer.write(chunk)
  await writer.close()
  return length
}

/** A stream of the runtime that gives one chunk after another when it is asked. */
const sourceOf = (chunks: readonly string[]): ReadableStream<string> => {
  const left = chunks.values()
  return new ReadableStream(
    {
      pull(controller) {
        const { done, value } = left.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
    },
    { highWaterMark: 0 },
  )
}

/** Names of two ways that start from the same source: what is piped is told as a part of what is read, too. */
export const [READ, PIPED] = [
  'a source stream, read, and the session',
  'that source, piped through the stream',
] as const

/** The ways that are compared; the first is what the others wrap. */
export const ways: Readonly<Record<string, Way>> = {
  'the session itself': (decipherer, chunks) => {
    const session = decipherer.createSession()
    let length = 0
    for (const chunk of chunks) length += finalText(session.push(chunk)).length
    length += finalText(session.flush()).length
    session.free()
    return length
  },
  'RxJS operator': (decipherer, chunks) => {
    let length = 0
    from(chunks)
      .pipe(decipher(decipherer))
      .subscribe((text) => {
        length += text.length
      })
    return length
  },
  'transform stream': (decipherer, chunks) => through(createDecipherStream(decipherer), chunks),
  'async iterable': async (decipherer, chunks) => {
    let length = 0
    for await (const text of decipherIterable(decipherer, chunks)) length += text.length
    return length
  },
  'session, then an empty WritableStream': async (decipherer, chunks) => {
    const session = decipherer.createSession()
    const writer = new WritableStream<string>({ write() {} }).getWriter()
    let length = 0
    for (const chunk of chunks) {
      const text = finalText(session.push(chunk))
      length += text.length
      await writer.write(text)
    }
    await writer.close()
    session.free()
    return length
  },
  'session in a pair that never waits': (decipherer, chunks) => {
    const session = decipherer.createSession()
    let reading!: ReadableStreamDefaultController<string>
    const readable = new ReadableStream<string>(
      {
        start(controller) {
          reading = controller
        },
      },
      { highWaterMark: 0 },
    )
    const writable = new WritableStream<string>({
      write: (chunk) => reading.enqueue(finalText(session.push(chunk))),
      close() {
        session.free()
        reading.close()
      },
    })
    return through({ readable, writable }, chunks)
  },
  'session, then an empty TransformStream': async (decipherer, chunks) => {
    const session = decipherer.createSession()
    const identity = new TransformStream<string, string>()
    const writer = identity.writable.getWriter()
    const length = lengthOf(identity.readable)
    for (const chunk of chunks) await writer.write(finalText(session.push(chunk)))
    await writer.close()
    session.free()
    return length
  },
  [READ]: async (decipherer, chunks) => {
    const session = decipherer.createSession()
    const reader = sourceOf(chunks).getReader()
    let length = 0
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += finalText(session.push(next.value)).length
    }
    session.free()
    return length
  },
  [PIPED]: (decipherer, chunks) => lengthOf(sourceOf(chunks).pipeThrough(createDecipherStream(decipherer))),
}
