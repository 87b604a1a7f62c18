import { createVigenere } from '@runnel/core/ciphers'
import { createDecipherer } from '@runnel/decipher'
import { keyFinders } from '@runnel/decipher/ciphers'
import { createBigramModel, createSampleCounts } from '@runnel/decipher/testing'
import { describe, expect, test } from 'vitest'
import { isLetter } from '../live/streams.ts'
import { columnFrequencies, lettersIn } from './column-frequencies.ts'
import { coordinateAscent } from './coordinate-ascent.ts'
import { measure } from './measure.ts'
import { drawStreams } from './streams.ts'

const prose =
  'The river comes down from the hills in spring, and carries the snow of the winter with it to the sea. '
const text = prose.repeat(60)
const row = { cipher: 'vigenere', layout: 'no spaces', period: 3 } as const

test('streams: each under a key of its own, the same for the same seed', () => {
  const options = { count: 5, seed: 1, letters: 40 }
  const streams = drawStreams(text, row, options)
  expect(drawStreams(text, row, options)).toEqual(streams)
  expect(new Set(streams.map(({ key }) => key)).size).toBe(5)
  expect(streams.every(({ key, ciphertext }) => key.length === 3 && ciphertext.length === 40)).toBe(true)
  const [digits] = drawStreams(text, { ...row, cipher: 'gronsfeld' }, options)
  expect(digits.key).toMatch(/^\d{3}$/)
})

test('streams: words that are in no list for keys, and letters that are wrong', () => {
  const options = { count: 5, seed: 1, letters: 40, words: ['spring', 'winter', 'carries'] }
  const keys = drawStreams(text, { ...row, period: 7, words: 'in the list' }, options).map(({ key }) => key)
  expect(new Set(keys)).toEqual(new Set(['CARRIES']))
  const others = drawStreams(text, { ...row, period: 4, words: 'outside it' }, options)
  expect(others.every(({ key }) => ['DOWN', 'FROM', 'SNOW', 'WITH'].includes(key))).toBe(true)
  const [right] = drawStreams(text, row, options)
  const [wrong] = drawStreams(text, { ...row, wrong: 0.2 }, options)
  const differing = Array.from(wrong.ciphertext).filter((letter, at) => letter !== right.ciphertext[at])
  expect(differing.length).toBeGreaterThan(2)
  expect(createVigenere().decrypt(wrong.ciphertext, { key: wrong.key })).toBe(wrong.plaintext)
})

describe('usual ways', () => {
  const [{ plaintext, ciphertext }] = drawStreams(text, row, { count: 1, seed: 1, letters: 200 })
  test.each([columnFrequencies(text), coordinateAscent(text)])(
    '$name: 200 letters of period 3',
    ({ solve }) => {
      expect(solve(lettersIn(ciphertext))).toEqual(lettersIn(plaintext))
    },
  )
})

test('what is right, final and wrong is counted', async () => {
  const means = { model: createBigramModel(text), counts: await createSampleCounts(text) }
  const decipherer = createDecipherer({ ...means, cipher: keyFinders.vigenere() })
  const streams = drawStreams(text, { ...row, layout: 'as written' }, { count: 1, seed: 1, letters: 60 })
  const count = { from: 0, cipher: 'vigenere', isCounted: isLetter, count: () => {} }
  const figures = measure(decipherer, streams, [10, 60], count)
  expect(figures).toMatchObject({ letters: [10, 60], wrong: 0 })
  expect([figures.right[1], figures.named[1]]).toEqual([1, 1])
  expect(figures.finals).toBe(figures.final[1])
  // The same streams with another plaintext: all that is final is wrong but for chance.
  const others = streams.map((stream) => ({ ...stream, plaintext: stream.ciphertext }))
  expect(measure(decipherer, others, [60], count)).toMatchObject({ right: [0] })
  expect(measure(decipherer, others, [60], count).wrong).toBeGreaterThan(figures.finals / 2)
}, 180_000)
