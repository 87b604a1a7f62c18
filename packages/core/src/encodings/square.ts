/** A square of five by five letters. */
export interface Square {
  /** Row and column of a letter in either case, from 1; none of anything else. */
  signOf(unit: number): readonly [row: number, column: number] | undefined
  /** The letter in a row and a column, from 1. */
  letterOf(row: number, column: number): string
}

/** Makes a square of 25 capitals. @param merged the letter that has no place of its own, and the one in whose place it is */
export const createSquare = (letters: string, merged: { from: string; to: string }): Square => ({
  signOf(unit) {
    const letter = String.fromCharCode(unit).toUpperCase()
    const place = letters.indexOf(letter === merged.from ? merged.to : letter)
    return place === -1 ? undefined : [Math.floor(place / 5) + 1, (place % 5) + 1]
  },
  letterOf: (row, column) => letters[5 * (row - 1) + column - 1],
})
