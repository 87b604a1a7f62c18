import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { SPACE } from './constants.ts'

/** Writes letters, slots and spaces, each in a number of its own. */
export const saveSymbols = (symbols: ArrayLike<number>, writer: ByteWriter): void => {
  for (let i = 0; i < symbols.length; i++) writer.uint16(symbols[i])
}

/** Reads so many. @throws SnapshotFormatError */
export const restoreSymbols = (reader: ByteReader, length: number): number[] =>
  Array.from({ length }, () => {
    const symbol = reader.uint16()
    reader.demand(symbol <= SPACE)
    return symbol
  })
