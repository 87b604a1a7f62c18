import { ModelFormatError } from '../errors.ts'
import { MOST_FIELDS } from '../limits.ts'

/** The fields of one Protocol Buffers message. */
export interface Fields {
  /** Values of that field as bytes, text or messages, in order. */
  bytes(field: number): Uint8Array[]
  /** Values of that field as whole numbers, packed or not. @throws ModelFormatError when there are more than `most` */
  numbers(field: number, most: number): number[]
  /** The last whole number of that field, where it is not packed. */
  number(field: number): number | undefined
}

/** Fields that may still be read, of a whole file with all its messages. */
export interface FieldBudget {
  left: number
}

/** The budget of one file. */
export const createFieldBudget = (): FieldBudget => ({ left: MOST_FIELDS })

/**
 * Reads one message: fields one after another, each a key of number and wire type, then the value.
 *
 * Source: the Protocol Buffers encoding guide.
 *
 * @throws ModelFormatError when it is none, or has more fields than the budget has left
 */
export const readFields = (content: Uint8Array, budget: FieldBudget): Fields => {
  const found = new Map<number, (Uint8Array | number)[]>()
  const reader = { content, at: 0 }
  while (reader.at < content.length) {
    if (budget.left-- <= 0) throw new ModelFormatError('message', `at most ${MOST_FIELDS} fields`, 'more')
    const key = varint(reader)
    const field = Math.floor(key / 8)
    const values = found.get(field) ?? []
    found.set(field, values)
    values.push(fieldValue(reader, key % 8))
  }
  const valuesOf = (field: number): (Uint8Array | number)[] => found.get(field) ?? []
  return {
    bytes: (field) => valuesOf(field).filter((value) => value instanceof Uint8Array),
    numbers: (field, most) => wholeNumbers(valuesOf(field), most),
    number: (field) => valuesOf(field).findLast((value) => typeof value === 'number'),
  }
}

interface Reader {
  content: Uint8Array
  at: number
}

const fieldValue = (reader: Reader, type: number): Uint8Array | number => {
  if (type === 0) return varint(reader)
  const length = type === 2 ? varint(reader) : type === 1 ? 8 : type === 5 ? 4 : Number.NaN
  if (!(length >= 0 && reader.at + length <= reader.content.length)) {
    throw new ModelFormatError('message', 'a field of Protocol Buffers', 'something else')
  }
  reader.at += length
  return reader.content.subarray(reader.at - length, reader.at)
}

/** Bytes of the longest number, which only negative ones have. */
const MOST_BYTES = 10

/** Down to -2⁵³ and up to 2⁵³; others lose digits, which nothing here needs. */
const varint = (reader: Reader): number => {
  let value = 0
  let missing = 0
  for (let i = 0; i < MOST_BYTES && reader.at < reader.content.length; i++) {
    const byte = reader.content[reader.at++]
    // the last byte of a negative number is the top bit of 64, and its sum is what 2⁶⁴ lacks of the rest
    if (i === MOST_BYTES - 1) {
      if (byte === 1) return -missing - 1
      break
    }
    value += (byte & 127) * 128 ** i
    missing += (127 - (byte & 127)) * 128 ** i
    if (byte < 128) return value
  }
  throw new ModelFormatError('message', 'a whole number', 'no end of it')
}

const wholeNumbers = (values: readonly (Uint8Array | number)[], most: number): number[] => {
  const numbers: number[] = []
  for (const value of values) {
    for (const number of typeof value === 'number' ? [value] : packed(value)) {
      if (numbers.length === most) throw new ModelFormatError('message', `at most ${most} numbers`, 'more')
      numbers.push(number)
    }
  }
  return numbers
}

function* packed(content: Uint8Array): Generator<number> {
  const reader = { content, at: 0 }
  while (reader.at < content.length) yield varint(reader)
}
