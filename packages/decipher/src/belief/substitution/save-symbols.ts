import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { MOST_BEGINNING, MOST_CIPHER_LETTERS, MOST_LETTERS, SPACE, WIDE_LETTERS } from './constants.ts'
import type { SlotText } from './slot-text.ts'

/** Writes letters, slots and spaces, each as a number of its own. */
export const writeSymbols = (writer: ByteWriter, symbols: ArrayLike<number>): void => {
  for (let i = 0; i < symbols.length; i++) writer.uint16(symbols[i])
}

/** Reads so many of them, slots unless told otherwise. @throws SnapshotFormatError */
export const readSymbols = (reader: ByteReader, length: number, most: number = SPACE): number[] =>
  Array.from({ length }, () => {
    const symbol = reader.uint16()
    reader.demand(symbol <= most)
    return symbol
  })

/** Writes a text as it came, in letters: `slots` has the slot of each. */
export const writeText = (
  writer: ByteWriter,
  { slots: text, length }: Pick<SlotText, 'slots' | 'length'>,
  slots: Int8Array,
): void => {
  const letterOf = Array.from({ length: MOST_LETTERS }, (_, slot) => slots.indexOf(slot))
  writer.uint16(length)
  writeSymbols(
    writer,
    Array.from(text.subarray(0, length), (slot) => (slot === SPACE ? SPACE : letterOf[slot])),
  )
}

/** Reads such a text, of the beginning of a search that is wide. @throws SnapshotFormatError */
export const readText = (reader: ByteReader, isWide: boolean): number[] => {
  const symbols = readSymbols(reader, reader.uint16(), MOST_CIPHER_LETTERS)
  const letters = symbols.filter((symbol) => symbol !== SPACE)
  reader.demand(isWide && letters.length < WIDE_LETTERS && symbols.length <= MOST_BEGINNING)
  return symbols
}
