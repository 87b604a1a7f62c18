import { SnapshotFormatError, SnapshotMismatchError } from '../errors.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'

/** Everything that what comes out depends on besides the input: model, keys, options, each under its name. */
export type Fingerprint = Readonly<Record<string, string>>

/** Writes a fingerprint. */
export const saveFingerprint = (fingerprint: Fingerprint, writer: ByteWriter): void =>
  writer.text(JSON.stringify(fingerprint))

/** Reads a fingerprint. @throws SnapshotFormatError */
export const readFingerprint = (reader: ByteReader): Fingerprint => {
  let fingerprint: unknown
  try {
    fingerprint = JSON.parse(reader.text())
  } catch (cause) {
    throw new SnapshotFormatError('fingerprint', 'no JSON', { cause })
  }
  const isObject = typeof fingerprint === 'object' && fingerprint !== null && !Array.isArray(fingerprint)
  reader.demand(isObject && Object.values(fingerprint as object).every((part) => typeof part === 'string'))
  return fingerprint as Fingerprint
}

/** @throws SnapshotMismatchError naming the parts that differ */
export const checkFingerprint = (expected: Fingerprint, received: Fingerprint): void => {
  const differing = (own: Fingerprint, other: Fingerprint): string =>
    Object.entries(own)
      .filter(([name, value]) => !(Object.hasOwn(other, name) && other[name] === value))
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
  const [wanted, found] = [differing(expected, received), differing(received, expected)]
  if (wanted || found) throw new SnapshotMismatchError(wanted, found)
}
