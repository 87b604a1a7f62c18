import { ModelFormatError } from '../errors.ts'

/** The fields of one Protocol Buffers message. */
export interface Fields {
  /** Values of that field as bytes, text or messages, in order. */
  bytes(field: number): Uint8Array[]
  /** Values of that field as whole numbers, packed or not. */
  numbers(field: number): number[]
  /** The last whole number of that field. */
  number(field: number): number | undefined
}

/**
 * Reads one message: fields one after another, each a key of number and wire type, then the value.
 *
 * Source: the Protocol Buffers encoding guide. @throws ModelFormatError when it is none
 */
export const readFields = (content: Uint8Array): Fields => {
  const found = new Map<number, (Uint8Array | number)[]>()
  const reader = { content, at: 0 }
  while (reader.at < content.length) {
    const key = varint(reader)
    const field = Math.floor(key / 8)
    const values = found.get(field) ?? []
    found.set(field, values)
    values.push(fieldValue(reader, key % 8))
  }
  const valuesOf = (field: number): (Uint8Array | number)[] => found.get(field) ?? []
  const numbers = (field: number): number[] =>
    valuesOf(field).flatMap((value) => (typeof value === 'number' ? value : packed(value)))
  return {
    bytes: (field) => valuesOf(field).filter((value) => value instanceof Uint8Array),
    numbers,
    number: (field) => numbers(field).at(-1),
  }
}

interface Reader {
  content: Uint8Array
  at: number
}

const fieldValue = (reader: Reader, type: number): Uint8Array | number => {
  if (type === 0) return varint(reader)
  const length = type === 2 ? varint(reader) : { 1: 8, 5: 4 }[type]
  if (length === undefined || reader.at + length > reader.content.length) {
    throw new ModelFormatError('message', 'a field of Protocol Buffers', 'something else')
  }
  reader.at += length
  return reader.content.subarray(reader.at - length, reader.at)
}

/** Up to 2⁵³; larger and negative numbers lose digits, which nothing here needs. */
const varint = (reader: Reader): number => {
  let value = 0
  for (let scale = 1; reader.at < reader.content.length; scale *= 128) {
    const byte = reader.content[reader.at++]
    value += (byte & 127) * scale
    if (byte < 128) return value
  }
  throw new ModelFormatError('message', 'a whole number', 'the end')
}

const packed = (content: Uint8Array): number[] => {
  const reader = { content, at: 0 }
  const values: number[] = []
  while (reader.at < content.length) values.push(varint(reader))
  return values
}
