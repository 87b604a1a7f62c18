import { ModelFormatError } from '../errors.ts'
import { MOST_HEADER_BYTES, MOST_SIDES } from '../limits.ts'

/** An object of JSON, with anything in it. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Parses JSON of a file. @param field name of it @throws ModelFormatError when it is none, or too long */
export const parseJson = (field: string, text: string): unknown => {
  if (text.length > MOST_HEADER_BYTES) {
    throw new ModelFormatError(field, `at most ${MOST_HEADER_BYTES} bytes`, `${text.length}`)
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ModelFormatError(field, 'JSON', 'something else', { cause })
  }
}

/** Narrows to an object. @throws ModelFormatError */
export const objectOf = (field: string, value: unknown): JsonObject => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  throw new ModelFormatError(field, 'an object', shown(value))
}

/** Narrows to a list. @throws ModelFormatError */
export const listOf = (field: string, value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  throw new ModelFormatError(field, 'a list', shown(value))
}

/** Narrows to the sides of an array, positive whole numbers whose product is one too. @throws ModelFormatError */
export const shapeOf = (field: string, value: unknown): readonly number[] => {
  const sides = listOf(field, value)
  const isShape =
    sides.length <= MOST_SIDES &&
    sides.every((side) => Number.isSafeInteger(side) && (side as number) > 0) &&
    Number.isSafeInteger((sides as number[]).reduce((product, side) => product * side, 1))
  if (isShape) return sides as number[]
  const received = sides
    .slice(0, 2 * MOST_SIDES)
    .map(shown)
    .join()
  throw new ModelFormatError(field, `at most ${MOST_SIDES} sides, positive whole numbers`, `[${received}]`)
}

/** Words for a value of JSON, in an error. */
export const shown = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
