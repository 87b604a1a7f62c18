import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** Writes the numbers of a stream's state. */
export const saveNumbers = (numbers: Int32Array, writer: ByteWriter): void => {
  writer.int32(numbers.length)
  for (const number of numbers) writer.int32(number)
}

/** Reads the numbers of a stream's state. @throws SnapshotFormatError */
export const readNumbers = (reader: ByteReader): Int32Array => {
  const length = reader.int32()
  reader.demand(length >= 0)
  const numbers: number[] = []
  // One after another: bytes that are cut short end it before memory is taken.
  for (let i = 0; i < length; i++) numbers.push(reader.int32())
  return Int32Array.from(numbers)
}
