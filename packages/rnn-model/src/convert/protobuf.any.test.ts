import { expect, test } from 'vitest'
import { createFieldBudget, readFields } from './protobuf.ts'

/** Numbers as protoc writes an int64. */
test.each<[number, number[]]>([
  [0, [0]],
  [300, [0xac, 0x02]],
  [-1, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  [-3, [0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  [-300, [0xd4, 0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
])('%i', (value, bytes) => {
  const fields = readFields(Uint8Array.of(24, ...bytes), createFieldBudget())
  expect(fields.number(3)).toBe(value)
  expect(fields.numbers(3, 1)).toEqual([value])
})

test('a length below zero is refused', () => {
  const bytes = Uint8Array.of(26, 0xf0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0, 0, 0)
  expect(() => readFields(bytes, createFieldBudget())).toThrow('a field of Protocol Buffers')
})
