import { expect, test } from 'vitest'
import { commonWords } from './common-words.ts'

test('the commonest words of whole letters, of equals the first in the alphabet', () => {
  const text = "The sea, the ship; a sea-shore, don't, café 3rd, SHIP and whale"
  expect(commonWords(text, { count: 4, lengths: [3, 5] })).toEqual(['sea', 'ship', 'the', 'and'])
  expect(commonWords(text, { count: 9, lengths: [3, 5] })).toEqual([
    'sea',
    'ship',
    'the',
    'and',
    'shore',
    'whale',
  ])
})
