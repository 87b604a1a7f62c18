import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { AT_PARTS, AT_WORDS, INSIDE_WORDS } from './constants.ts'
import { Place } from './place.ts'

const isLetter = (sign: string): boolean => /[a-z]/i.test(sign)

/** The place behind a text. */
const behind = (text: string, place = new Place()): Place => {
  for (const sign of text) place.pass(sign.charCodeAt(0), isLetter(sign))
  return place
}

test.each([
  ['', AT_WORDS],
  ['a', INSIDE_WORDS],
  ['a ', AT_WORDS],
  ['a\n', AT_WORDS],
  ['a. [', AT_PARTS],
  ['a (', AT_PARTS],
  ['a: ', AT_PARTS],
  ['a "', AT_WORDS],
  ['a\n\n', AT_PARTS],
  ['a\r\n \r\n', AT_PARTS],
  ['a\n-\n', AT_WORDS],
  ['N 52° 14.332 E 005° 23.871\n', AT_PARTS],
  ['a line\n1234\r\n', AT_PARTS],
  ['24 boats\n', AT_WORDS],
  ['a (b', INSIDE_WORDS],
])('behind %j', (text, factor) => {
  expect(behind(text).factor).toBe(factor)
})

test('is saved and restored', () => {
  const writer = createByteWriter()
  behind('a\n').save(writer)
  const restored = new Place(createByteReader(writer.bytes(), 'place'))
  expect(restored.factor).toBe(AT_WORDS)
  expect(behind('\n', restored).factor).toBe(AT_PARTS)
})
