import { builtinModule } from './builtin-module.ts'
import { ModelFormatError } from './errors.ts'
import { MOST_HEADER_BYTES } from './limits.ts'

/*
 * A file of this repository's own making, all numbers little-endian:
 *    0  magic, 4 bytes
 *    4  uint32  version of the format
 *    8  uint32  length of the whole file in bytes
 *   12  uint32  length of the header in bytes, a multiple of 4
 *   16  header: JSON in UTF-8, padded with spaces
 *       payload
 *       SHA-256 of everything before it, 32 bytes
 */
const PREFIX = 16
const DIGEST = 32

/** Kind of a sealed file: its four letters, and the versions that can be read, earliest first. */
export interface FileKind {
  readonly magic: string
  readonly versions: readonly number[]
}

/** Parts of a sealed file. */
export interface SealedFile {
  readonly version: number
  readonly header: Uint8Array
  readonly payload: Uint8Array
}

/** Writes a header and a payload as a sealed file. */
export const sealFile = async (
  magic: string,
  version: number,
  header: object,
  payload: Uint8Array,
): Promise<Uint8Array> => {
  const json = JSON.stringify(header)
  const unpadded = new TextEncoder().encode(json).length
  const text = new TextEncoder().encode(json + ' '.repeat((4 - (unpadded % 4)) % 4))
  const bytes = new Uint8Array(PREFIX + text.length + payload.length + DIGEST)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(magic))
  view.setUint32(4, version, true)
  view.setUint32(8, bytes.length, true)
  view.setUint32(12, text.length, true)
  bytes.set(text, PREFIX)
  bytes.set(payload, PREFIX + text.length)
  bytes.set(await sha256(bytes.subarray(0, -DIGEST)), bytes.length - DIGEST)
  return bytes
}

/**
 * Checks magic, version, lengths and SHA-256 of a sealed file, in that order.
 *
 * @returns its parts, and its SHA-256 in hexadecimal as its identity
 * @throws ModelFormatError naming the part that is wrong
 */
export const openFile = async (
  bytes: Uint8Array,
  { magic, versions }: FileKind,
): Promise<SealedFile & { sha256: string }> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const received = String.fromCharCode(...bytes.subarray(0, 4))
  if (received !== magic) throw new ModelFormatError('magic', magic, JSON.stringify(received))
  if (bytes.length < PREFIX + DIGEST) {
    throw new ModelFormatError('length', `at least ${PREFIX + DIGEST} bytes`, `${bytes.length}, cut short`)
  }
  const version = view.getUint32(4, true)
  if (!versions.includes(version)) {
    const hint =
      version > versions[versions.length - 1] ? ', written by a later Runnel: update to read it' : ''
    throw new ModelFormatError('version', versions.join(' or '), `${version}${hint}`)
  }
  const length = view.getUint32(8, true)
  if (length !== bytes.length) {
    const hint = bytes.length < length ? ', cut short' : ''
    throw new ModelFormatError('length', `${length} bytes`, `${bytes.length}${hint}`)
  }
  const headerLength = view.getUint32(12, true)
  if (headerLength > MOST_HEADER_BYTES) {
    throw new ModelFormatError('header', `at most ${MOST_HEADER_BYTES} bytes`, String(headerLength))
  }
  const digest = hex(await sha256(bytes.subarray(0, -DIGEST)))
  const stated = hex(bytes.subarray(-DIGEST))
  if (digest !== stated) throw new ModelFormatError('sha256', stated, `${digest}: the file was altered`)
  const at = PREFIX + headerLength
  return {
    version,
    header: bytes.subarray(PREFIX, at),
    payload: bytes.subarray(Math.min(at, bytes.length - DIGEST), -DIGEST),
    sha256: digest,
  }
}

/** By Node's own hash where there is one: Web Crypto takes it twice as long to start, 5 ms in place of 2.5. */
const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const hashes = builtinModule<Hashes>('node:crypto')
  if (hashes) return hashes.createHash('sha256').update(bytes).digest()
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
}

interface Hashes {
  createHash(name: string): { update(bytes: Uint8Array): { digest(): Uint8Array } }
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
