import { createRandom, LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { RuledText } from './ruled-text.ts'

const CHANCE = Math.log2(26)
const bitsOf = (text: string, rules = new RuledText(LATIN)): number =>
  [...text].reduce((bits, letter) => bits - Math.log2(rules.read(LATIN.indexOf(letter))), 0)

test.each(['abcdefgh', 'zyxwvuts', 'acegikmo', 'aabbccddeeff', 'uvwxyzab', 'qwertyui', 'etaoinshrdlu'])(
  'letters at a constant step in a known order cost little: %s',
  (text) => {
    expect(bitsOf(text)).toBeLessThan(0.5 * CHANCE * text.length)
  },
)

test.each(['abbabaabbaababbabaababba', 'nneswwnessnewnwsewne', 'acgtacggtcaatgccaactg'])(
  'no more than a few letters cost little: %s',
  (text) => {
    expect(bitsOf(text)).toBeLessThan(0.7 * CHANCE * text.length)
  },
)

test('words, and letters as chance has them, cost more than chance', () => {
  const random = createRandom(3)
  const drawn = Array.from({ length: 20 }, () => LATIN[random.integer(26)]).join('')
  for (const text of [drawn, 'theriver', 'callmeishmael', 'somethingelse']) {
    expect(bitsOf(text), text).toBeGreaterThan(CHANCE * text.length)
  }
})

test('letters of more kinds than a few are not foretold, however often they come', () => {
  const rules = new RuledText(LATIN)
  bitsOf('kaikkiihmisetsyntyvat', rules)
  expect(bitsOf('tasavertaisina', rules)).toBeGreaterThan(CHANCE * 14)
})

test('an alphabet in an order of its own is one rule, those of English are none', () => {
  const rules = new RuledText('абвгдежз')
  for (let letter = 0; letter < 4; letter++) rules.read(letter)
  expect(rules.read(4)).toBeGreaterThan(0.8)
})

test('it is saved and restored to the last bit', () => {
  const rules = new RuledText(LATIN)
  bitsOf('abccd', rules)
  const writer = createByteWriter()
  rules.save(writer)
  const restored = new RuledText(LATIN, createByteReader(writer.bytes(), 'text'))
  expect(bitsOf('efzzz', restored)).toBe(bitsOf('efzzz', rules))
})
