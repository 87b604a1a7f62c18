import { expect, test } from 'vitest'
import { nearWord } from './near-word.ts'

const words = ['encipher', 'decipher', 'lab', 'models']

test.each([
  ['decypher', 'decipher'],
  ['encpher', 'encipher'],
  ['model', 'models'],
  ['lap', undefined],
  ['uryyb', undefined],
  ['', undefined],
])('%j may have meant %s', (word, meant) => {
  expect(nearWord(word, words)).toBe(meant)
})
