import type { PeriodicFamily } from '../../keys/periodic-family.ts'
import { WINDOW } from '../locked/constants.ts'
import { NO_LETTER, type SoughtText } from '../locked/sought-text.ts'
import type { ColumnAlphabet } from './column-alphabet.ts'
import { MOST_PERIOD } from './constants.ts'

/** One period, and one way of moving the key on: how each symbol of a text is read by each value of its place. */
export interface Lane {
  readonly period: number
  /** Whether keys that grow by a step are all that is tried. */
  readonly isListed: boolean
  /** Whether every character moves the key on; else letters alone do. */
  readonly over: boolean
  /** Place in the period of each symbol, `[symbols]`. */
  readonly places: Uint8Array
  /** Token id of each symbol by the value of its place, `[symbols, values]`. */
  readonly plain: Uint8Array
  /** Cost of each symbol beside that of its token, by the value of its place, `[symbols, values]`; none of letters. */
  readonly beside: Uint8Array | undefined
  /** The same where a word begins. */
  readonly first: Uint8Array | undefined
  /** Whether it is given up. */
  isOver: boolean
}

/** The longest period of a family that is tried. */
export const mostPeriod = ({ isBytes }: PeriodicFamily): number =>
  isBytes ? MOST_PERIOD.bytes : MOST_PERIOD.letters

/** Periods of keys that are sought, and of those that grow by a step. */
const periodsOf = (family: PeriodicFamily): number[] => {
  const { growing } = family
  const sought = Array.from({ length: growing?.isAlone ? 0 : mostPeriod(family) }, (_, at) => at + 1)
  return [...new Set([...sought, ...(growing?.periods ?? [])])]
}

/** The longest period that a key of a family may have. */
export const longestPeriod = (family: PeriodicFamily): number => Math.max(...periodsOf(family))

/** The lanes of a text: one for each period. */
export const createLanes = ({ family }: ColumnAlphabet): Lane[] => {
  const isListed = (period: number): boolean =>
    family.growing?.isAlone === true || period > mostPeriod(family)
  const cells = WINDOW * family.values.length
  const shared = family.follows ? undefined : new Uint8Array(cells)
  const [beside, first] = family.isBytes ? [new Uint8Array(cells), new Uint8Array(cells)] : []
  return [false, true].flatMap((over) =>
    over && (family.follows || family.isBytes || family.growing?.isAlone)
      ? []
      : periodsOf(family).map((period) => ({
          period,
          isListed: isListed(period),
          over,
          places: new Uint8Array(WINDOW),
          plain: shared ?? new Uint8Array(cells),
          beside,
          first,
          isOver: over && period === 1,
        })),
  )
}

/** Reads the latest symbol of a text in every lane. */
export const extendLanes = (lanes: readonly Lane[], text: SoughtText, alphabet: ColumnAlphabet): void => {
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

const readByRows = ({ plain, beside, first }: Lane, text: SoughtText, alphabet: ColumnAlphabet): void => {
  const { family, letterIds, letterCosts, firstCosts } = alphabet
  const { rows, values } = family
  const at = text.symbols - 1
  const letter = text.letterAt[at]
  for (let value = 0; value < values.length; value++) {
    const to = at * values.length + value
    const read = rows[value * family.alphabet.size + letter]
    plain[to] = letter === NO_LETTER ? text.idAt[at] : letterIds[read]
    if (!beside || !first || letter === NO_LETTER) continue
    beside[to] = letterCosts[read]
    first[to] = firstCosts[read]
  }
}

/** After the first period the letter of a period before is the value. */
const readByText = (lane: Lane, text: SoughtText, alphabet: ColumnAlphabet): void => {
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
