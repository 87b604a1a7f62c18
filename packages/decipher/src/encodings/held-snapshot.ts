import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** Writes the snapshot of the session inside. */
export const saveHeld = (snapshot: Uint8Array, writer: ByteWriter): void => {
  writer.int32(snapshot.length)
  for (let i = 0; i < snapshot.length; i += 2) writer.uint16(snapshot[i] | ((snapshot[i + 1] ?? 0) << 8))
}

/** Reads the snapshot of the session inside. @throws SnapshotFormatError */
export const readHeld = (reader: ByteReader): Uint8Array => {
  const length = reader.int32()
  reader.demand(length >= 0)
  const bytes: number[] = []
  for (let i = 0; i < length; i += 2) {
    const pair = reader.uint16()
    bytes.push(pair & 0xff, pair >> 8)
  }
  return Uint8Array.from(bytes.slice(0, length))
}
