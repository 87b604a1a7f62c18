import { InvalidOptionError } from '../errors.ts'
import type { Random } from '../random.ts'

/** Columns of a key at the most. */
const MOST_COLUMNS = 100

/** A description of keys of columns, for help texts and errors. */
export const columnKeyHint = 'a word such as ZEBRAS, or the order of the columns, such as 6-3-2-4-1-5'

/**
 * The columns in the order in which they are read, from 0. Letters of a word are taken in the order of the alphabet,
 * equal ones from left to right; numbers say which is read first, second and so on.
 *
 * @throws InvalidOptionError on a key of no use
 */
export const columnsIn = (key: string): number[] => {
  if (typeof key !== 'string') throw new InvalidOptionError('key', key, columnKeyHint)
  const numbers = NUMBERS.test(key) ? key.split('-').map(Number) : undefined
  const ranks: (string | number)[] = numbers ?? (/^[A-Z0-9]+$/.test(key) ? key.split('') : [])
  const columns = Array.from(ranks, (_, column) => column).sort((a, b) =>
    ranks[a] === ranks[b] ? a - b : ranks[a] < ranks[b] ? -1 : 1,
  )
  const isSound = numbers?.every((_, place) => numbers[columns[place]] === place + 1) ?? true
  if (isSound && columns.length >= 2 && columns.length <= MOST_COLUMNS) return columns
  throw new InvalidOptionError('key', key, columnKeyHint)
}

const NUMBERS = /^\d{1,3}(?:-\d{1,3})+$/

/** Reads a key as a person writes it: a word, or numbers with spaces, commas or hyphens between. @throws InvalidOptionError */
export const parseColumns = (text: string): string => {
  const trimmed = text.trim().toUpperCase()
  const key = /^[\d\s,-]+$/.test(trimmed) ? trimmed.replace(/[\s,-]+/g, '-') : trimmed.replace(/\s+/g, '')
  columnsIn(key)
  return key
}

/** The key that reads columns in an order. */
export const columnKeyOf = (columns: readonly number[]): string => {
  const ranks: number[] = []
  columns.forEach((column, rank) => {
    ranks[column] = rank + 1
  })
  return ranks.join('-')
}

/** A random key of 3 to 8 columns that changes the order of short text too. */
export const generateColumns = (random: Random): string => {
  const count = 3 + random.integer(6)
  const columns = Array.from({ length: count }, (_, column) => column)
  for (let i = count - 1; i > 0; i--) {
    const other = random.integer(i + 1)
    const column = columns[i]
    columns[i] = columns[other]
    columns[other] = column
  }
  return columnKeyOf(columns)
}

/** The places of a text that is read column by column. */
export const placesByColumns = (columns: readonly number[], length: number): Uint32Array => {
  const places = new Uint32Array(length)
  let at = 0
  for (const column of columns) {
    for (let place = column; place < length; place += columns.length) places[at++] = place
  }
  return places
}
