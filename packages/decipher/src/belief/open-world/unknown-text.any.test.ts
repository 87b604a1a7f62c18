import { createAlphabet, createRandom, createTokenizer, LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { UnknownText } from './unknown-text.ts'

const tokenizer = createTokenizer(`${LATIN} ?`, { space: ' ', other: '?' })
/** A language of six letters. */
const frequencies = Float64Array.from({ length: tokenizer.vocabulary }, (_, id) =>
  'etaoin'.includes(LATIN[id - 1]) ? 0.15 : 0.1 / 22,
)
const language = { alphabet: createAlphabet(LATIN), tokenizer, frequencies, bits: () => 2 }
const random = createRandom(5)
const bitsOf = (text: string, unknown = new UnknownText(language)): number =>
  [...text].reduce((bits, letter) => bits - Math.log2(unknown.read(letter.charCodeAt(0))), 0) / text.length
const drawn = (letters: string, count: number): string =>
  Array.from({ length: count }, () => letters[random.integer(letters.length)]).join('')

const CHANCE = Math.log2(26)

test('letters cost little more than chance has them, rare ones too', () => {
  expect(bitsOf(drawn(LATIN, 300))).toBeLessThan(CHANCE + 0.05)
  expect(bitsOf(drawn('qxzjkvbwypfgm', 300))).toBeLessThan(CHANCE + 0.05)
})

test('letters of the language, in any order, cost less', () => {
  expect(bitsOf(drawn('etaoin', 300))).toBeLessThan(CHANCE - 0.5)
})

test('where the text changes it is found out anew how letters come', () => {
  const unknown = new UnknownText(language)
  bitsOf(drawn('etaoin', 1000), unknown)
  expect(bitsOf(drawn('qxzjkvbwypfgm', 300), unknown)).toBeLessThan(CHANCE + 0.1)
})

test('letters that follow a rule cost little, but not where the text has begun otherwise', () => {
  expect(bitsOf('qwertyuiop')).toBeLessThan(0.6 * CHANCE)
  const unknown = new UnknownText(language)
  bitsOf(drawn(LATIN, 40), unknown)
  expect(bitsOf('qwertyuiop', unknown)).toBeGreaterThan(0.95 * CHANCE)
})

test('it is saved and restored to the last bit', () => {
  const unknown = new UnknownText(language)
  bitsOf(drawn('etaoinsh', 77), unknown)
  const writer = createByteWriter()
  unknown.save(writer)
  const text = drawn(LATIN, 50)
  const restored = new UnknownText(language, createByteReader(writer.bytes(), 'text'))
  expect(bitsOf(text, restored)).toBe(bitsOf(text, unknown))
})
