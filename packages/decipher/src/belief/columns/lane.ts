import { type ColumnAlphabet, type ColumnText, NO_LETTER } from './column-text.ts'
import { MOST_PERIOD, WINDOW } from './constants.ts'

/** One period, and one way of moving the key on: how each symbol of a text is read by each value of its place. */
export interface Lane {
  readonly period: number
  /** Whether every character moves the key on; else letters alone do. */
  readonly over: boolean
  /** Place in the period of each symbol, `[symbols]`. */
  readonly places: Uint8Array
  /** Token id of each symbol by the value of its place, `[symbols, values]`. */
  readonly plain: Uint8Array
  /** Whether it is given up. */
  isOver: boolean
}

/** The lanes of a text: one for each period. */
export const createLanes = ({ family }: ColumnAlphabet): Lane[] => {
  const cells = WINDOW * family.values.length
  const shared = family.follows ? undefined : new Uint8Array(cells)
  return [false, true].flatMap((over) =>
    over && family.follows
      ? []
      : Array.from({ length: MOST_PERIOD }, (_, at) => ({
          period: at + 1,
          over,
          places: new Uint8Array(WINDOW),
          plain: shared ?? new Uint8Array(cells),
          isOver: over && at === 0,
        })),
  )
}

/** Reads the latest symbol of a text in every lane. */
export const extendLanes = (lanes: readonly Lane[], text: ColumnText, alphabet: ColumnAlphabet): void => {
  const { follows } = alphabet.family
  const at = text.symbols - 1
  for (const { over, places, period } of lanes) {
    places[at] = (over ? text.charactersBefore[at] : text.lettersBefore[at]) % period
  }
  if (text.letterAt[at] === NO_LETTER || !follows) {
    for (const lane of follows ? lanes : lanes.slice(0, 1)) readByRows(lane, text, alphabet)
    return
  }
  for (const lane of lanes) readByText(lane, text, alphabet)
}

const readByRows = ({ plain }: Lane, text: ColumnText, { family, letterIds }: ColumnAlphabet): void => {
  const { rows, values, alphabet } = family
  const at = text.symbols - 1
  const letter = text.letterAt[at]
  for (let value = 0; value < values.length; value++) {
    plain[at * values.length + value] =
      letter === NO_LETTER ? text.idAt[at] : letterIds[rows[value * alphabet.size + letter]]
  }
}

/** After the first period the letter of a period before is the value. */
const readByText = (lane: Lane, text: ColumnText, alphabet: ColumnAlphabet): void => {
  const { family, letterIds, letterOf } = alphabet
  const at = text.symbols - 1
  if (text.lettersBefore[at] < lane.period) {
    readByRows(lane, text, alphabet)
    return
  }
  let before = at
  for (let left = lane.period; left > 0; ) if (text.letterAt[--before] !== NO_LETTER) left--
  const { size } = family.alphabet
  const count = family.values.length
  for (let value = 0; value < count; value++) {
    const read = letterOf[lane.plain[before * count + value]]
    const key = family.follows === 'plaintext' ? read : text.letterAt[before]
    lane.plain[at * count + value] = letterIds[family.rows[key * size + text.letterAt[at]]]
  }
}
