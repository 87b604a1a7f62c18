import { SnapshotFormatError, SnapshotMismatchError } from '../errors.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'

/** Everything that what comes out depends on besides the input: model, keys, options, each under its name. */
export type Fingerprint = Readonly<Record<string, string>>

/** The part of a model in a fingerprint: its file, and for a net the engine, whose arithmetic decides the last bits. */
export const modelInWords = (
  name: string,
  { id, engine }: { readonly id: string; readonly engine?: string },
): Fingerprint => ({ model: `${name} ${id}`, ...(engine && { engine }) })

/** Engine of a net whose snapshot does not name one: the default before fingerprints named it. */
const UNNAMED = 'wasm-int16'

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
export const checkFingerprint = (expected: Fingerprint, saved: Fingerprint): void => {
  const received = expected.engine && saved.model ? { engine: UNNAMED, ...saved } : saved
  const differing = (own: Fingerprint, other: Fingerprint): string =>
    Object.entries(own)
      .filter(([name, value]) => !(Object.hasOwn(other, name) && other[name] === value))
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
  const [wanted, found] = [differing(expected, received), differing(received, expected)]
  const { engine } = received
  const isAlone = found === `engine ${engine}`
  if (wanted || found) throw new SnapshotMismatchError(wanted, found, isAlone ? engine : undefined)
}
