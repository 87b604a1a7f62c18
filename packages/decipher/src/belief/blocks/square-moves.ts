import { CELLS } from './playfair-square.ts'

/*
 * Moves of the letters of a square: for each cell the one that its letter comes from.
 */

/** Cells of a row. */
const SIDE = 5

const cells = (): number[] => Array.from({ length: CELLS }, (_, i) => i)

/** Some cells take their letters from one another in turn. */
const turn = (...some: readonly number[]): Uint8Array =>
  Uint8Array.from(cells(), (cell) => {
    const at = some.indexOf(cell)
    return at === -1 ? cell : some[(at + 1) % some.length]
  })

/** Every two cells exchange their letters. */
export const exchangesOfTwo = (): Uint8Array[] =>
  cells().flatMap((one) =>
    cells()
      .slice(one + 1)
      .map((other) => turn(one, other)),
  )

/** Every three cells take their letters from one another, in either sense. */
export const turnsOfThree = (): Uint8Array[] =>
  cells().flatMap((one) => {
    const later = cells().slice(one + 1)
    return later.flatMap((two) =>
      later.filter((three) => three !== two).map((three) => turn(one, two, three)),
    )
  })

/** Rows, and columns, in every other order: the first stays, since a square that is turned about its edges is the same. */
export const ordersOfLines = (): Uint8Array[] =>
  ordersOf([1, 2, 3, 4]).flatMap((rest) => {
    const order = [0, ...rest]
    return [
      Uint8Array.from(cells(), (cell) => SIDE * order[Math.floor(cell / SIDE)] + (cell % SIDE)),
      Uint8Array.from(cells(), (cell) => SIDE * Math.floor(cell / SIDE) + order[cell % SIDE]),
    ]
  })

const ordersOf = (numbers: readonly number[]): number[][] =>
  numbers.length < 2
    ? [[...numbers]]
    : numbers.flatMap((one) =>
        ordersOf(numbers.filter((other) => other !== one)).map((rest) => [one, ...rest]),
      )
