import { expect, test } from 'vitest'
import { isInGroups } from './is-in-groups.ts'

test.each([
  ['THECA CHEIS HIDDE NUNDE RTH', true],
  ['theca\ncheis\nhidde\nnunde\n', true],
  ['THECA-CHEIS-HIDDE-NUNDE-RTH', true],
  ['THECA CHEIS HIDDE NUNDE RTH.', true],
  ['T H E C A C H E I', true],
  ['THECA CHEIS HIDDE', false],
  ['THECA. CHEIS. HIDDE. NUNDE.', false],
  ['A B C D E', false],
  ['Four more cups of tea are here', false],
  ['THECA CHEIS HIDDE NUNDERTH', false],
  ['12345 67890 12345 67890', false],
  ['', false],
])('%j: letters in groups: %s', (text, expected) => {
  expect(isInGroups(text)).toBe(expected)
})
