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
}
