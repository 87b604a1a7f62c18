import type { Cipher } from '@runnel/core'
import { TOLD } from '../belief/transposition/constants.ts'
import type { Verdict, WeighedKey } from '../belief/transposition/weigh-orders.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** Writes the belief about a text. */
export const saveVerdict = (writer: ByteWriter, { keys, unknown }: Verdict): void => {
  writer.float64(unknown)
  writer.uint16(keys.length)
  for (const { kind, key, probability } of keys) {
    writer.uint16(kind)
    writer.text(key === undefined ? '' : JSON.stringify(key))
    writer.float64(probability)
  }
}

/** Reads it back: keys are keys of one of the ciphers. @throws SnapshotFormatError */
export const readVerdict = (saved: ByteReader, ciphers: readonly Cipher<unknown>[]): Verdict => {
  const readProbability = (): number => {
    const probability = saved.float64()
    saved.demand(probability >= 0 && probability <= 1)
    return probability
  }
  const unknown = readProbability()
  const count = saved.uint16()
  saved.demand(count <= TOLD.keys)
  const keys = Array.from({ length: count }, (): WeighedKey => {
    const kind = saved.uint16()
    saved.demand(kind < ciphers.length)
    const text = saved.text()
    const key = text === '' ? undefined : keyIn(text, ciphers[kind])
    saved.demand(key !== null)
    return { kind, key: key as object | undefined, probability: readProbability() }
  })
  return { keys, unknown }
}

/** A key as it was written, or null when it is none. */
const keyIn = (text: string, cipher: Cipher<unknown>): object | null => {
  try {
    return cipher.parseKey(cipher.formatKey(JSON.parse(text))) as object
  } catch {
    return null
  }
}
