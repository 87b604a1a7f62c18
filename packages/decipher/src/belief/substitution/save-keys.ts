import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { DROP, LONGEST_CONTEXTS, MOST_LETTERS, SPACE, SYMBOL_BITS } from './constants.ts'
import type { PartialKeys } from './partial-keys.ts'

/** Saves partial keys: of each the letters that the one before it has not, and its cost. */
export const saveKeys = (keys: PartialKeys, writer: ByteWriter): void => {
  writer.uint16(keys.slots)
  writer.float64(keys.least)
  writer.int32(keys.count)
  const put = bitWriter(writer)
  for (let key = 0; key < keys.count; key++) {
    const shared = keys.shared(key)
    put(shared, 5)
    for (let slot = shared; slot < keys.slots; slot++) put(keys.letterOf(key, slot), 5)
    put(keys.costOf(key), 9)
  }
  put(0, 15)
}

/** Takes up what `saveKeys` wrote; `recent` has the slots of the latest symbols. @throws SnapshotFormatError */
export const restoreKeys = (keys: PartialKeys, reader: ByteReader, recent: Uint8Array): void => {
  keys.slots = reader.uint16()
  keys.least = reader.float64()
  const count = reader.int32()
  reader.demand(keys.slots <= MOST_LETTERS && Number.isSafeInteger(keys.least) && keys.least >= 0)
  reader.demand(
    count > 0 && count <= keys.width && recent.every((slot) => slot === SPACE || slot < keys.slots),
  )
  keys.count = 0
  const take = bitReader(reader)
  const key = new Uint8Array(MOST_LETTERS)
  let least = DROP + 1
  for (let at = 0; at < count; at++) {
    const shared = take(5)
    reader.demand(shared <= keys.slots && (at > 0 || shared === 0))
    for (let slot = shared; slot < keys.slots; slot++) key[slot] = take(5)
    const cost = take(9)
    least = Math.min(least, cost)
    const isKey = new Set(key.subarray(0, keys.slots)).size === keys.slots
    reader.demand(isKey && key.every((letter) => letter < MOST_LETTERS) && cost <= DROP)
    keys.add(key, contextOf(key, recent), cost)
  }
  reader.demand(least === 0)
}

/** The number that the latest symbols spell as a key reads them. */
const contextOf = (key: Uint8Array, recent: Uint8Array): number =>
  recent.reduce(
    (number, slot) =>
      ((number << SYMBOL_BITS) | (slot === SPACE ? SPACE : key[slot])) & (LONGEST_CONTEXTS - 1),
    0,
  )

/** Packs numbers of a few bits each, 16 at a time; 15 bits more push out the last ones. */
const bitWriter = (writer: ByteWriter): ((value: number, bits: number) => void) => {
  let [held, size] = [0, 0]
  return (value, bits) => {
    held |= value << size
    size += bits
    if (size < 16) return
    writer.uint16(held & 0xffff)
    held >>>= 16
    size -= 16
  }
}

const bitReader = (reader: ByteReader): ((bits: number) => number) => {
  let [held, size] = [0, 0]
  return (bits) => {
    if (size < bits) {
      held |= reader.uint16() << size
      size += 16
    }
    const value = held & ((1 << bits) - 1)
    held >>>= bits
    size -= bits
    return value
  }
}
