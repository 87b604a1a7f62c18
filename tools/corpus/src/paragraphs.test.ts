import { expect, test } from 'vitest'
import { isProse, paragraphsOf, plain } from './paragraphs.ts'

test.each([
  ['“It’s—well—a naïve Æsop,” he said.', `"It's--well--a naive Aesop," he said.`],
  ['It was _the_ best, _by far_.', 'It was the best, by far.'],
  ['We shall win. (Applause.) Thank you—[laughter]—all.', 'We shall win. Thank you all.'],
  ['one\n  two\tthree ', 'one two three'],
])('makes %j plain', (text, expected) => {
  expect(plain(text)).toBe(expected)
})

test.each([
  'It was the best of times.',
  '"No," she said, "I will not."',
  'the act of carrying a stroke to its natural completion.',
])('%j is prose', (line) => {
  expect(isProse(line)).toBe(true)
})

test.each([
  ['a heading', 'The Carpet-Bag and what was in it'],
  ['a heading in capitals', 'OF THE MONSTROUS PICTURES OF WHALES.'],
  ['too short', 'Call me Ishmael.'],
  ['code', 'for (i = 0; i < n; i++) { total += values[i]; }'],
  ['a table', 'total of all 12.5, 13.7, 14.0, 15.2, and 16.9 in 1901.'],
  ['another language', 'Alle Menschen werden Brueder, wo dein sanfter Fluegel weilt.'],
  ['a list of words', 'apples, pears, plums, cherries, lemons, melons, quinces, peaches.'],
  ['a drawing', '+---+ a box +---+ with lines +---+.'],
])('%s is no prose', (_, line) => {
  expect(isProse(line)).toBe(false)
})

test('joins the lines of a paragraph and leaves out what is no prose', () => {
  const text = 'CHAPTER 1\n\nIt was late,\nand it was dark.\n \n| a | table |\n\nNobody was in the house.'
  expect(paragraphsOf(text)).toEqual(['It was late, and it was dark.', 'Nobody was in the house.'])
})

test('cuts a long paragraph after a sentence and loses nothing', () => {
  const sentence = 'This is a sentence, and it is one of many that are all the same.'
  const text = Array.from({ length: 50 }, () => sentence).join(' ')
  const pieces = paragraphsOf(text)
  expect(pieces.join(' ')).toBe(text)
  expect(pieces.map((piece) => piece.length <= 1000 && piece.endsWith('same.'))).toEqual(
    pieces.map(() => true),
  )
  expect(pieces).toHaveLength(4)
})
