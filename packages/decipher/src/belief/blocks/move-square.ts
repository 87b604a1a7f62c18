import type { Random } from '@runnel/core'
import { CELLS, type PlayfairSquare } from './playfair-square.ts'

/** Moves from a square to one near it, and back. */
export interface SquareMoves {
  move(square: PlayfairSquare): void
  /** Takes the latest move back. */
  undo(square: PlayfairSquare): void
}

/** Moves in fifty that are of more than two letters: rows, columns, the order of all, rows as columns. */
const KINDS = { rows: 0, columns: 1, reversed: 2, turned: 3, all: 50 } as const

/** Makes moves: two letters change places, now and then two rows or columns, or all of the square turns. */
export const createMoves = (random: Random): SquareMoves => {
  const before = new Uint8Array(CELLS)
  /** The cells that changed places, or -1 after a larger move. */
  let one = -1
  let other = -1
  const exchange = ({ letters, cells }: PlayfairSquare): void => {
    const letter = letters[one]
    letters[one] = letters[other]
    letters[other] = letter
    cells[letters[one]] = one
    cells[letters[other]] = other
  }
  return {
    move(square) {
      const kind = random.integer(KINDS.all)
      if (kind > KINDS.turned) {
        one = random.integer(CELLS)
        other = random.integer(CELLS)
        exchange(square)
        return
      }
      one = -1
      before.set(square.letters)
      const [line, second] = [random.integer(5), random.integer(5)]
      const from = (row: number, column: number): number => {
        if (kind === KINDS.rows) return 5 * exchanged(row, line, second) + column
        if (kind === KINDS.columns) return 5 * row + exchanged(column, line, second)
        return kind === KINDS.reversed ? CELLS - 1 - 5 * row - column : 5 * column + row
      }
      for (let cell = 0; cell < CELLS; cell++) {
        square.letters[cell] = before[from((cell - (cell % 5)) / 5, cell % 5)]
      }
      place(square)
    },
    undo(square) {
      if (one !== -1) {
        exchange(square)
        return
      }
      square.letters.set(before)
      place(square)
    },
  }
}

const exchanged = (line: number, one: number, other: number): number =>
  line === one ? other : line === other ? one : line

const place = ({ letters, cells }: PlayfairSquare): void => {
  for (let cell = 0; cell < CELLS; cell++) cells[letters[cell]] = cell
}
