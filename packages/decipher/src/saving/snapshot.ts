import { SnapshotFormatError } from '../errors.ts'
import { crc32 } from './crc32.ts'

/*
 * A snapshot, all numbers little-endian:
 *    0  magic, 4 bytes: R S N P
 *    4  uint32  version of the format
 *    8  uint32  CRC-32 of everything after it
 *   12  uint32  length of the header in bytes
 *   16  header: JSON in UTF-8
 *       what the inference saved, up to the end
 */
const MAGIC = 'RSNP'
const VERSION = 1
const PREFIX = 16

/** What a session remembers besides its inference. */
export interface SnapshotHeader {
  /** Of the inference that made it. */
  fingerprint: string
  /** UTF-16 units read, and letters among them. */
  position: number
  letters: number
  /** First half of a surrogate pair whose second half has not come yet, or nothing. */
  held: string
  /** Undecided bytes of UTF-8. */
  pending: number[]
  started: boolean
  ended: boolean
}

/** Writes a snapshot. */
export const encodeSnapshot = (header: SnapshotHeader, saved: Uint8Array): Uint8Array => {
  const json = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(PREFIX + json.length + saved.length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setUint32(4, VERSION, true)
  view.setUint32(12, json.length, true)
  bytes.set(json, PREFIX)
  bytes.set(saved, PREFIX + json.length)
  view.setUint32(8, crc32(bytes.subarray(12)), true)
  return bytes
}

/** Reads a snapshot. @throws SnapshotFormatError naming the part that is wrong */
export const decodeSnapshot = (bytes: Uint8Array): { header: SnapshotHeader; saved: Uint8Array } => {
  if (bytes.length < PREFIX) throw new SnapshotFormatError('length', `${bytes.length} bytes, cut short`)
  const magic = String.fromCharCode(...bytes.subarray(0, 4))
  if (magic !== MAGIC) throw new SnapshotFormatError('magic', `${JSON.stringify(magic)} is not ${MAGIC}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint32(4, true)
  if (version !== VERSION)
    throw new SnapshotFormatError('version', `${version}, this Runnel reads ${VERSION}`)
  if (view.getUint32(8, true) !== crc32(bytes.subarray(12))) {
    throw new SnapshotFormatError('checksum', 'cut short or altered')
  }
  const end = PREFIX + view.getUint32(12, true)
  return { header: decodeHeader(bytes.subarray(PREFIX, end)), saved: bytes.slice(end) }
}

const decodeHeader = (bytes: Uint8Array): SnapshotHeader => {
  let header: unknown
  try {
    header = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new SnapshotFormatError('header', 'no JSON', { cause })
  }
  if (isHeader(header)) return header
  throw new SnapshotFormatError('header', 'not what a session writes')
}

const isHeader = (value: unknown): value is SnapshotHeader => {
  if (typeof value !== 'object' || value === null) return false
  const { fingerprint, position, letters, held, pending, started, ended } = value as Partial<SnapshotHeader>
  return (
    typeof fingerprint === 'string' &&
    [position, letters].every((count) => Number.isSafeInteger(count) && Number(count) >= 0) &&
    typeof held === 'string' &&
    /^[\ud800-\udbff]?$/.test(held) &&
    Array.isArray(pending) &&
    pending.length <= 3 &&
    pending.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255) &&
    typeof started === 'boolean' &&
    typeof ended === 'boolean'
  )
}
