import type { NamedKey } from '../../engine/index.ts'
import { decryptPiece } from './decrypt-with.ts'
import type { ReadingLog } from './reading-log.ts'

/** Keys that a lesson shows. */
const MOST_KEYS = 6

/** Letters of what a key reads that are shown. */
const READS = 9

/** A key in a lesson: what it reads, and the belief in it before and after the letter. */
export interface LessonRow {
  readonly named: NamedKey
  readonly reads: string
  readonly before: number
  readonly likely: number
  readonly after: number
}

/** One letter of a lesson. */
export interface LessonStep {
  readonly cipher: string
  readonly letter: number
  readonly rows: readonly LessonRow[]
}

/** The numbers of one letter, from the columns that the engine has told; undefined while they are not there. */
export const lessonStep = ({
  log,
  ciphertext,
  letter,
}: {
  log: ReadingLog
  ciphertext: string
  letter: number
}): LessonStep | undefined => {
  const column = log.columns.at(letter)
  if (!column) return undefined
  const previous = log.columns.before(letter)
  const before = new Map<number, number>()
  previous?.rows.forEach((row, index) => {
    before.set(row, previous.weights[index])
  })
  // Before the first letter, belief is what makes it come out as it did: after divided by likely.
  const rows = Array.from(column.rows, (row, index) => ({
    named: log.names[row],
    likely: column.likely[index],
    after: column.weights[index],
    before: before.get(row) ?? column.weights[index] / Math.max(1e-9, column.likely[index]),
  })).filter(({ named }) => named && named.cipher !== 'unknown')
  const range = { from: Math.max(0, letter + 1 - READS), to: letter + 1 }
  const shown = new Map<number, (typeof rows)[number]>()
  const take = (count: number, by: 'after' | 'before' | 'likely') => {
    const sorted = rows
      .map((row, index) => ({ row, index }))
      .sort((one, other) => other.row[by] - one.row[by])
      .slice(0, count)
    for (const { row, index } of sorted) if (shown.size < MOST_KEYS) shown.set(index, row)
  }
  take(3, 'after')
  take(4, 'before')
  take(6, 'after')
  return {
    cipher: ciphertext[letter],
    letter,
    rows: Array.from(shown.values(), (row) => ({
      ...row,
      reads: decryptPiece(ciphertext, range, row.named) ?? '',
    })).sort((one, other) => other.after - one.after),
  }
}
