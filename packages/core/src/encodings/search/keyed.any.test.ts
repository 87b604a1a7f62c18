import { expect, test } from 'vitest'
import { createEncoding, isEncoding } from '../list.ts'
import { encodeText } from '../whole-text.ts'
import { findEncodings } from './find-encodings.ts'

const text = 'The treasure lies beneath the lighthouse'
const keys = ['atbash', 'rot47', 'rot13', ...Array.from({ length: 25 }, (_, i) => `caesar-${i + 1}`)]

test.each(keys)('base64 and base32 are found under %s', (key) => {
  // Shifts by 13 have a name that is better known.
  const name = key === 'caesar-13' ? 'rot13' : key
  for (const inner of ['base64', 'base32']) {
    const written = encodeText(createEncoding(key), encodeText(createEncoding(inner), text))
    expect(findEncodings(written.slice(0, 64), written.length <= 64)).toEqual([name, inner])
  }
})

test.each([
  ['AncsA3gfACM0ADIuz2E5x19sxnEuAmEfuJ==', 'atbash > base64'],
  ['546865207472656173757265206x6965732062656v6561746820746865206x6967687', 'atbash > hex'],
  ['CpakC3wxCAQ0CZUid2Y5f19kfpYiCqYxiT==', 'caesar-3 > base64'],
  ["+>I9+bEF+)}_+(#72a'd4`h94>'7+?'F7\"ll", 'rot47 > base64'],
  ['eee4e`eff3e6edfbfcedecd7e3edfhfbd7e`faedd7eefde6f5', 'rot47 > hex'],
])('%j is in %s', (written, names) => {
  expect(findEncodings(written.slice(0, 64), written.length <= 64).join(' > ')).toBe(names)
})

test.each([
  'QWxhZGRpbjpvcGVu4pyI',
  'xvFZjo5PgG0hBcYtWqLr2Nd8',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'K7GXP-2MNQR-TV8WY-4BCDF-HJKL9',
  'getElementsByClassName2ndVersion',
  'abcabcabcabcabcabcabcabcabcabcabcabc',
  'https://example.org/AbCdEfGhIjKlMn',
])('%j is under no key', (given) => {
  expect(findEncodings(given, true).filter((name) => /^(?:atbash|caesar|rot)/.test(name))).toEqual([])
})

test('shifts are encodings by their names', () => {
  expect(['caesar-1', 'caesar-25', 'rot13', 'atbash'].every(isEncoding)).toBe(true)
  expect(['caesar-0', 'caesar-26', 'caesar-03', 'caesar', 'toString'].some(isEncoding)).toBe(false)
})
