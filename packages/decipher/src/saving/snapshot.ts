import { InvalidOptionError, readChunk } from '@runnel/core'
import { SnapshotFormatError } from '../errors.ts'
import { crc32 } from './crc32.ts'
import { SectionReader, type SectionWriter } from './sections.ts'

/*
 * A snapshot, all numbers little-endian:
 *    0  magic, 4 bytes: R S N P
 *    4  uint32  version of the format
 *    8  uint32  CRC-32 of everything after it
 *   12  sections, up to the end
 */
const MAGIC = 'RSNP'
const VERSION = 2
const PREFIX = 12

/** Writes a snapshot. */
export const encodeSnapshot = (sections: SectionWriter): Uint8Array => {
  const held = sections.bytes()
  const bytes = new Uint8Array(PREFIX + held.length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setUint32(4, VERSION, true)
  bytes.set(held, PREFIX)
  view.setUint32(8, crc32(held), true)
  return bytes
}

/**
 * Reads a snapshot: a buffer or a view of one, nothing of which is kept.
 *
 * @throws SnapshotFormatError naming the part that is wrong
 * @throws InvalidOptionError when it is no bytes at all
 */
export const decodeSnapshot = (snapshot: Uint8Array | ArrayBuffer): SectionReader => {
  const bytes = bytesOf(snapshot)
  if (bytes.length < PREFIX) throw new SnapshotFormatError('length', `${bytes.length} bytes, cut short`)
  const magic = String.fromCharCode(...bytes.subarray(0, 4))
  if (magic !== MAGIC) throw new SnapshotFormatError('magic', `${JSON.stringify(magic)} is not ${MAGIC}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint32(4, true)
  if (version !== VERSION)
    throw new SnapshotFormatError('version', `${version}, this Runnel reads ${VERSION}`)
  if (view.getUint32(8, true) !== crc32(bytes.subarray(PREFIX))) {
    throw new SnapshotFormatError('checksum', 'cut short or altered')
  }
  return SectionReader.of(bytes.slice(PREFIX))
}

const bytesOf = (snapshot: Uint8Array | ArrayBuffer): Uint8Array => {
  if (snapshot instanceof ArrayBuffer || ArrayBuffer.isView(snapshot))
    return readChunk(snapshot) as Uint8Array
  throw new InvalidOptionError('snapshot', snapshot, 'bytes')
}
