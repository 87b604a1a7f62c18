import { inflateSync } from 'node:zlib'

/** Type codes of R's serialisation format, and the bytes before the first value (R Internals, 1.8). */
const STRING_VECTOR = 16
const NA = -1

/**
 * The vectors of strings in an R lazy-load database (`.rdb`): objects one after another, each a length in
 * 4 bytes and a zlib stream. Objects of other types are passed over.
 */
export const readStringVectors = (database: Buffer): string[][] => {
  const vectors: string[][] = []
  for (let at = 0; at < database.length; ) {
    // Node gives the engine, which counts what it consumed, only on request, and its types leave that out.
    const { buffer, engine } = inflateSync(database.subarray(at + 4), { info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    const strings = stringVector(buffer)
    if (strings) vectors.push(strings)
    at += 4 + engine.bytesWritten
  }
  return vectors
}

/** Big-endian XDR: "X\n", versions, the native encoding by name, then flags, length and strings. */
const stringVector = (bytes: Buffer): string[] | undefined => {
  let at = 2
  const integer = () => {
    at += 4
    return bytes.readInt32BE(at - 4)
  }
  const version = integer()
  at += 8
  if (version === 3) {
    const encoding = integer()
    at += encoding
  }
  if ((integer() & 0xff) !== STRING_VECTOR) return undefined
  return Array.from({ length: integer() }, () => {
    at += 4
    const length = integer()
    if (length === NA) return ''
    at += length
    return bytes.toString('utf8', at - length, at)
  })
}
