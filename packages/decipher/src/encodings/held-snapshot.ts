import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherSession } from '../session/decipher-session.ts'

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

/** Saves the session inside of one that may have ended. */
export const saveInner = (session: DecipherSession, ended: boolean, sections: SectionWriter): void => {
  const held = sections.section('held')
  held.uint16(ended ? 1 : 0)
  saveHeld(session.snapshot(), held)
}

/** Reads that back: whether it had ended, and the snapshot of the session inside, where there is one. @throws SnapshotFormatError */
export const readInner = (saved: SectionReader | undefined): { ended: boolean; inner?: Uint8Array } => {
  const held = saved?.section('held')
  return held ? { ended: held.uint16() === 1, inner: readHeld(held) } : { ended: false }
}
