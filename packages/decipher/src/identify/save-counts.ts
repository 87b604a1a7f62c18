import { createTextCounts, type TextCounts } from '@runnel/core/looks'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** Writes the counts of a text. */
export const saveCounts = ({ ascii, beyond, groups, numbers }: TextCounts, writer: ByteWriter): void => {
  for (const count of ascii) writer.float64(count)
  for (const value of [beyond, groups.number, groups.first, groups.latest]) writer.float64(value)
  writer.uint16(flags([groups.isOpen, groups.areEqual, numbers.isOpen]))
  for (const value of [numbers.number, numbers.current, numbers.largest]) writer.float64(value)
}

/** Reads them. @throws SnapshotFormatError */
export const readCounts = (reader: ByteReader): TextCounts => {
  const counts = createTextCounts()
  const whole = (): number => {
    const value = reader.float64()
    reader.demand(Number.isSafeInteger(value) && value >= 0)
    return value
  }
  for (let code = 0; code < counts.ascii.length; code++) counts.ascii[code] = whole()
  counts.beyond = whole()
  const [number, first, latest] = [whole(), whole(), whole()]
  const set = reader.uint16()
  reader.demand(set < 8)
  Object.assign(counts.groups, { number, first, latest, isOpen: (set & 1) !== 0, areEqual: (set & 2) !== 0 })
  const [found, current, largest] = [whole(), whole(), whole()]
  Object.assign(counts.numbers, { number: found, current, largest, isOpen: (set & 4) !== 0 })
  return counts
}

const flags = (values: readonly boolean[]): number =>
  values.reduce((sum, value, bit) => sum + (value ? 1 << bit : 0), 0)
