/** A spiral through a grid. */
export interface Route {
  /** Whether the text is written line by line, or column by column. */
  readonly fill: 'across' | 'down'
  /** The corner at the outer end of the spiral. */
  readonly corner: 'top-left' | 'top-right' | 'bottom-right' | 'bottom-left'
  /** The turn of the spiral, seen from its corner. */
  readonly turn: 'clockwise' | 'counterclockwise'
  /** Present where the text is read from the middle to the corner. */
  readonly way?: 'outward'
}

/** Directions: to the right, down, to the left, up. */
const STEPS = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
] as const

/** The direction in which a clockwise spiral leaves each corner; the other leaves it in the next one. */
const LEAVING = { 'top-left': 0, 'top-right': 1, 'bottom-right': 2, 'bottom-left': 3 } as const

/** The places of a text that is read along a spiral. */
export const routePlaces = (route: Route, columns: number, length: number): Uint32Array => {
  const { fill, corner, turn, way } = route
  const rows = Math.ceil(length / columns)
  const places = new Uint32Array(length)
  const turning = turn === 'clockwise' ? 1 : 3
  const edges = { top: 0, bottom: rows - 1, left: 0, right: columns - 1 }
  let row = corner.startsWith('top') ? 0 : rows - 1
  let column = corner.endsWith('left') ? 0 : columns - 1
  let direction = (LEAVING[corner] + (turn === 'clockwise' ? 0 : 1)) % 4
  let count = 0
  for (let cell = 0; cell < rows * columns; cell++) {
    const place = fill === 'across' ? row * columns + column : column * rows + row
    if (place < length) places[count++] = place
    const [down, right] = STEPS[direction]
    const [nextRow, nextColumn] = [row + down, column + right]
    const isInside =
      nextRow >= edges.top && nextRow <= edges.bottom && nextColumn >= edges.left && nextColumn <= edges.right
    if (isInside) {
      row = nextRow
      column = nextColumn
      continue
    }
    // The line that was walked is left, and the next one begins.
    if (right === 0) {
      if (turnsRight(direction, turning)) edges.left++
      else edges.right--
    } else if (turnsDown(direction, turning)) edges.top++
    else edges.bottom--
    direction = (direction + turning) % 4
    row += STEPS[direction][0]
    column += STEPS[direction][1]
  }
  return way === 'outward' ? places.reverse() : places
}

/** Whether a walk up or down goes on to the right. */
const turnsRight = (direction: number, turning: number): boolean => STEPS[(direction + turning) % 4][1] === 1

/** Whether a walk along a line goes on downwards. */
const turnsDown = (direction: number, turning: number): boolean => STEPS[(direction + turning) % 4][0] === 1
