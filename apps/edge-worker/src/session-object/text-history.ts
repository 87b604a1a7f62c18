import { limits } from './limits.ts'

/** One final that stands for all those of a stretch of the log. */
export interface CompactFinal {
  start: number
  text: string
  /** Offset of the last event of the stretch. */
  through: number
}

/** Text of one event that leaves the log; of events other than finals it is empty. */
export interface LeavingText {
  offset: number
  start: number
  text: string
}

/**
 * A row: the text of the events after offset `before` up to and with `through`, its start in the stream, and for each
 * of those offsets the length of the text that ends with it, as 32-bit integers.
 */
type Row = {
  before: number
  through: number
  start: number
  text: string
  lengths: ArrayBuffer
}

/**
 * Text of the finals that are no longer in the log, so that a reader who comes late, from wherever in it, gets it as
 * one final. All of a session's is kept, which is no more than its chunks.
 */
export class TextHistory {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Appends what leaves the log: all of its finals after an offset, in order, up to another. */
  append(after: number, through: number, finals: Iterable<LeavingText>): void {
    this.#sql.exec(
      'CREATE TABLE IF NOT EXISTS history (before INTEGER, through INTEGER PRIMARY KEY, start INTEGER, text TEXT, lengths BLOB)',
    )
    const [last] = this.#sql.exec<Row>('SELECT * FROM history ORDER BY through DESC LIMIT 1')
    const row = openRow(last, after)
    for (const { offset, start, text } of finals) {
      fill(row, offset - 1)
      if (row.text.length >= limits.historyRow) this.#close(row)
      if (row.text === '') row.start = start
      row.text += text
      fill(row, offset)
    }
    fill(row, through)
    this.#write(row)
  }

  /** The text after an offset as one final, as far as one may be long; nothing where there is none. */
  after(offset: number): CompactFinal | undefined {
    const pieces: string[] = []
    let [start, through, length] = [0, offset, 0]
    const rows = this.#sql.exec<Row>('SELECT * FROM history WHERE through > ? ORDER BY through', offset)
    for (const row of rows) {
      const known =
        offset > row.before ? (new Uint32Array(row.lengths)[offset - row.before - 1] as number) : 0
      if (pieces.length === 0) start = row.start + known
      pieces.push(row.text.slice(known))
      length += row.text.length - known
      through = row.through
      if (length >= limits.historyFinal) break
    }
    return through === offset ? undefined : { start, text: pieces.join(''), through }
  }

  /** Writes a row that is full, and makes it the one after. */
  #close(row: OpenRow): void {
    this.#write(row)
    row.before = row.through
    row.start += row.text.length
    row.text = ''
    row.lengths = []
    row.stored = undefined
  }

  #write({ before, through, start, text, lengths, stored }: OpenRow): void {
    if (lengths.length === 0) return
    if (stored !== undefined) this.#sql.exec('DELETE FROM history WHERE through = ?', stored)
    const bytes = Uint32Array.from(lengths).buffer
    this.#sql.exec('INSERT INTO history VALUES (?, ?, ?, ?, ?)', before, through, start, text, bytes)
  }
}

/** A row that is being written. */
interface OpenRow extends Omit<Row, 'lengths'> {
  lengths: number[]
  /** Its key, as it is stored. */
  stored: number | undefined
}

/** The newest row, to be gone on with, or one after it where it is full; the first where there is none. */
const openRow = (last: Row | undefined, after: number): OpenRow => {
  if (!last) return { before: after, through: after, start: 0, text: '', lengths: [], stored: undefined }
  const { before, through, start, text } = last
  const lengths = Array.from(new Uint32Array(last.lengths))
  if (text.length < limits.historyRow && lengths.length < limits.historyRow)
    return { before, through, start, text, lengths, stored: through }
  return { before: through, through, start: start + text.length, text: '', lengths: [], stored: undefined }
}

/** Notes that with the events up to an offset no more text has come. */
const fill = (row: OpenRow, through: number): void => {
  for (; row.through < through; row.through++) row.lengths.push(row.text.length)
}
