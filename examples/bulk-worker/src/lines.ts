import { LONGEST_LINE } from './constants.ts'

/** A line, and the byte that it begins at. */
export interface Line {
  offset: number
  text: string
  /** It has more than `LONGEST_LINE` bytes; the text is its beginning. */
  isTooLong?: true
}

/** A range of bytes of a text: the lines that begin in it are its own. */
export interface LineRange {
  /** First byte, and the byte after the last. */
  start: number
  end: number
  /** Bytes of the whole text. */
  size: number
}

const NEWLINE = 0x0a

/** The bytes that have to be read for the lines of a range: one before it, and as many after it as a line may have. */
export const bytesFor = ({ start, end, size }: LineRange): { offset: number; length: number } => {
  const offset = Math.max(0, start - 1)
  return { offset, length: Math.min(size, end + LONGEST_LINE) - offset }
}

/**
 * Splits the bytes of `bytesFor` into the lines that begin in a range, so that each line of a text belongs to one range
 * wherever it is cut. Empty lines are left out.
 */
export const linesOf = (bytes: Uint8Array, range: LineRange): Line[] => {
  const { offset } = bytesFor(range)
  const decoder = new TextDecoder()
  const lines: Line[] = []
  // A line begins at the first byte of the text, and after each newline.
  let from = range.start === 0 ? 0 : 1 + bytes.subarray(0, range.end - 1 - offset).indexOf(NEWLINE)
  if (range.start > 0 && from === 0) return lines
  while (offset + from < range.end) {
    const found = bytes.indexOf(NEWLINE, from)
    const to = found === -1 ? bytes.length : found
    const text = decoder.decode(bytes.subarray(from, Math.min(to, from + LONGEST_LINE))).replace(/\r$/, '')
    const isTooLong = to - from > LONGEST_LINE
    if (text !== '') lines.push({ offset: offset + from, text, ...(isTooLong && { isTooLong }) })
    if (found === -1) break
    from = found + 1
  }
  return lines
}
