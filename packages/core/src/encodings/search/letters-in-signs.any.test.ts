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

test.each([
  // MEET AT THE RIVER, and the like, with B for A, in heads and tails, in slashes, and in digits the other way round.
  ['BABAA BBABB BBABB ABBAB BBBBB ABBAB ABBAB BBAAA BBABB ABBBB BABBB ABBAA BBABB ABBBB', 'bacon-ba'],
  ['BABAA BAAAB BAAAB BABAB BBBBA BBABB BAABA BBABB BBBBB ABBAA BBAAA', 'bacon26-ba'],
  ['HTTHH HHTHH HHTHH THHTT HHHHH THHTT THHTT HHTTT HHTHH THHHT HTHHH THTHT HHTHH THHHT', 'bacon26'],
  ['\\//\\/ //\\\\\\ //\\// /\\//\\ //\\// \\/\\\\/ /\\/// \\///\\ /\\/// /\\\\//', 'bacon'],
  ['0101110010111001101101110011001100011011011010110010001100101101111110110110110110111', 'bacon26-ba'],
  // Signs as lines are drawn with, and tosses of a coin.
  ['HTHTT THHTT TTHTH HHTTH THTHT TTHTT', ''],
  ['+-+-+ ----- +-+-+ ----- +-+-+ -----', ''],
])('two signs, %s: %s', (text, name) => {
  expect(findEncodings(text, true)).toEqual(name === '' ? [] : [name])
})
