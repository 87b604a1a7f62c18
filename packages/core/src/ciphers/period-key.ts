import { InvalidOptionError } from '../errors.ts'
import { LONGEST_TEXT } from './holding-stream.ts'
import { parseSquare, type SquareSize, squareHint } from './letter-square.ts'

/** Key of a cipher that takes letters apart into rows and columns, by groups. */
export interface PeriodKey {
  /** The signs of the square or the cube, in upper case. */
  readonly square: string
  /** Letters of a group; absent where the whole text is one. */
  readonly period?: number
}

/** Letters of a group at the most. */
const MOST_PERIOD = 1000

/** A description of keys, for help texts and errors. */
export const periodHint = (size: SquareSize): string =>
  `${squareHint(size)}; then the letters of a group, such as ,5, or nothing where the whole text is one`

/** Letters of a group. @throws InvalidOptionError */
export const periodOf = ({ period }: PeriodKey): number => {
  if (period === undefined) return LONGEST_TEXT
  if (Number.isInteger(period) && period >= 2 && period <= MOST_PERIOD) return period
  throw new InvalidOptionError('period', period, `a whole number, 2 to ${MOST_PERIOD}, or none`)
}

/** Reads a square and a period. @throws InvalidOptionError */
export const parsePeriod = (text: string, size: SquareSize): PeriodKey => {
  const [, square, written] = /^([^,]*)(?:,\s*(\d{1,4})\s*)?$/.exec(text) ?? []
  if (square === undefined) throw new InvalidOptionError('key', text, periodHint(size))
  const key = { square: parseSquare(square, size), ...(written && { period: Number(written) }) }
  periodOf(key)
  return key
}

/** Writes what `parsePeriod` reads. */
export const formatPeriod = (signs: string, { period }: PeriodKey): string =>
  period === undefined ? signs : `${signs},${period}`
