import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { Caution } from './caution.ts'

const unitsOf = (text: string): number[] => Array.from(text, (unit) => unit.charCodeAt(0))

/** The factors that count of symbols that are all so many times likelier than under any key. */
const weighed = (text: string, factor: number, isSign = false, caution = new Caution()): number[] =>
  unitsOf(text).map((unit) => {
    const counts = caution.weigh(unit, factor, isSign)
    caution.pass(unit)
    return counts
  })

test('a letter speaks for keys and against them as it is', () => {
  expect(weighed('abc', 5)).toEqual([5, 5, 5])
  expect(weighed('abc', 0.1)).toEqual([0.1, 0.1, 0.1])
})

test('what repeats itself hardly speaks for a key, in either case, but may speak against one', () => {
  expect(weighed('ditdahDit', 0.1)).toEqual([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.5])
  expect(weighed('ditdit', 5)[5]).toBe(5)
})

test('what has come long ago is not known again', () => {
  expect(weighed(`dit${'abcdefghijklmnopqrstuvwxyz'}dit`, 0.1).at(-1)).toBe(0.5)
  expect(weighed(`dit${'abcdefghijklmnopqrsuvwxyz'.repeat(2)}dit`, 0.1).at(-1)).toBe(0.1)
})

test('a letter after a digit, or read as a sign among letters, hardly speaks against keys', () => {
  const caution = new Caution()
  expect(weighed('3h', 5, false, caution)).toEqual([5, 2])
  expect(weighed('x', 5, true, caution)).toEqual([2])
})

test('a reading of signs alone is no text: it speaks against its key, however well it is foretold', () => {
  expect(weighed('abfg', 5, true)).toEqual([5, 5, 5, 5])
  expect(weighed('abfg', 0.1, true)).toEqual([2, 2, 2, 2])
})

test('it is saved and restored', () => {
  const caution = new Caution()
  weighed('ditda3', 0.1, true, caution)
  const writer = createByteWriter()
  caution.save(writer)
  const restored = new Caution(createByteReader(writer.bytes(), 'caution'))
  expect(weighed('hditdxahab', 5, true, restored)).toEqual(weighed('hditdxahab', 5, true, caution))
})
