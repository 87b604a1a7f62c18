import { expect, test } from 'vitest'
import { createBacon, createBacon26 } from '../bacon.ts'
import { encodeText } from '../whole-text.ts'
import { findEncodings } from './find-encodings.ts'

test.each([
  ['..., ., .-, .-., -.-., ....', 'morse'],
  ['..., ., .-, .-., -.-., .... / -, ...., . / .-, -', 'morse'],
  ['(2,3) (1,5) (3,1) (3,1) (3,4) (5,2) (3,4) (4,2) (3,1) (1,4)', 'polybius'],
  ['(2, 3), (1, 5), (3, 1), (3, 1), (3, 4), (5, 2), (3, 4), (4, 2), (3, 1)', 'polybius'],
  ['[1,2],[2,3,4],[5,1],[1,3,5],[2,2,4,1],[5,5,3]', ''],
  ['18-4-0-17-2-7 19-7-4 0-19-19-8-2 0-19 3-0-22-13', 'a0z25'],
])('%j is in %s', (text, names) => {
  expect(findEncodings(text, true).join(' > ')).toBe(names)
})

test.each(['SEARCHTHEA', 'TURNLEFTATTHE', 'WAITFORUS', 'TENPASTNINE'])(
  '%s is told by its pairs, whichever number of letters it was written with',
  (text) => {
    expect(findEncodings(encodeText(createBacon26(), text), true)).toEqual(['bacon26'])
    expect(findEncodings(encodeText(createBacon(), text), true)).toEqual(['bacon'])
  },
)
