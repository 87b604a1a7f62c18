import { LETTERS } from './letter-costs.ts'

/** Cells of a square. */
export const CELLS = 25

/** A square under which pairs of letters are read: the letter in each cell, and the cell of each letter. */
export interface PlayfairSquare {
  readonly letters: Uint8Array
  readonly cells: Uint8Array
}

/** Makes a square of the letters in its cells, row by row. */
export const createPlayfairSquare = (letters: Uint8Array): PlayfairSquare => {
  const cells = new Uint8Array(LETTERS)
  letters.forEach((letter, cell) => {
    cells[letter] = cell
  })
  return { letters: letters.slice(), cells }
}

/** The cells that a pair of cells is read as, `[cell, cell]`: the first one times 32 plus the second. */
export type ReadCells = Uint16Array

/** Makes the table of pairs of cells: pairs in a row are read to their left, in a column above, others across. */
export const createReadCells = (): ReadCells => {
  const table = new Uint16Array(CELLS * WIDTH)
  for (let a = 0; a < CELLS; a++) {
    for (let b = 0; b < CELLS; b++) {
      const [first, second] = readCells(a, b)
      table[a * WIDTH + b] = first * WIDTH + second
    }
  }
  return table
}

const WIDTH = 32

const readCells = (a: number, b: number): [number, number] => {
  const [columnA, columnB] = [a % 5, b % 5]
  const [rowA, rowB] = [a - columnA, b - columnB]
  if (rowA === rowB) return [rowA + ((columnA + 4) % 5), rowB + ((columnB + 4) % 5)]
  if (columnA === columnB) return [((rowA + 20) % CELLS) + columnA, ((rowB + 20) % CELLS) + columnB]
  return [rowA + columnB, rowB + columnA]
}

/** Reads pairs of letters into `plain`. */
export const readPairs = (
  { letters, cells }: PlayfairSquare,
  { ciphertext, plain, table }: { ciphertext: Uint8Array; plain: Uint8Array; table: ReadCells },
): void => {
  for (let i = 0; i < plain.length; i += 2) {
    const read = table[(cells[ciphertext[i]] << 5) | cells[ciphertext[i + 1]]]
    plain[i] = letters[read >> 5]
    plain[i + 1] = letters[read & 31]
  }
}
