import { ProtocolError } from './errors.ts'

/** Tells whether a value is of a kind. */
export type Check = (value: unknown) => boolean

/** A text. */
export const isText: Check = (value) => typeof value === 'string'

/** A number. */
export const isNumber: Check = (value) => typeof value === 'number'

/** True or false. */
export const isBoolean: Check = (value) => typeof value === 'boolean'

/** A whole number, 0 or more. */
export const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0

/** A list. */
export const isList: Check = (value) => Array.isArray(value)

/** Makes a check of each entry of a list. */
export const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

/** Makes a check that lets nothing pass too. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

/** Members that an object has, each with its check. */
export type Shape = Readonly<Record<string, Check>>

/** Makes a check of an object's members; it may have others. */
export const hasShape =
  (shape: Shape): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([name, check]) => check(Reflect.get(value, name)))

/** Makes a check of objects by their type; those of other types are of a later version of the service, and pass. */
export const hasShapeOfType =
  (shapes: Readonly<Record<string, Shape>>): Check =>
  (value) => {
    if (!hasShape({ type: isText })(value)) return false
    const { type } = value as { type: string }
    return !Object.hasOwn(shapes, type) || hasShape(shapes[type] as Shape)(value)
  }

/**
 * Reads JSON that passes a check.
 *
 * @throws ProtocolError for any other text
 */
export const parseShape = <T>(text: string, check: Check): T => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ProtocolError(text)
  }
  if (check(value)) return value as T
  throw new ProtocolError(text)
}
