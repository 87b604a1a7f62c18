import { expect, test } from 'vitest'
import type { KeyNews } from '../../engine/index.ts'
import { stretchesOf } from './stretches.ts'

const news = (start: number, shift: number, probability = 0.99): KeyNews => ({
  start,
  noticed: start + 1,
  cipher: 'caesar',
  key: { shift },
  probability,
})

const texts = {
  ciphertext: 'Aol ivha. Ghuhwr ltbw',
  plaintext: 'The boat. Nobody said',
}

test('a stretch begins with the first letter that its key reads as it stands', () => {
  const [first, second] = stretchesOf([news(2, 7), news(15, 19)], texts)
  expect(first).toMatchObject({ start: 0, end: 10, key: { shift: 7 } })
  expect(second).toMatchObject({ start: 10, noticed: 16, key: { shift: 19 } })
  expect(second.end).toBeUndefined()
})

test('guesses of little weight make no stretch, and the first key goes back to the beginning', () => {
  const found = stretchesOf([news(0, 3, 0.3), news(2, 7)], texts)
  expect(found).toMatchObject([{ start: 0, key: { shift: 7 } }])
})

test('the first stretch begins behind a heading, which stands as it came', () => {
  const heading = 'Hint: '
  const headed = { ciphertext: heading + texts.ciphertext, plaintext: heading + texts.plaintext }
  expect(stretchesOf([news(8, 7)], headed)).toMatchObject([{ start: heading.length }])
  // Signs alone before the first letter are none.
  const signs = { ciphertext: `12. ${texts.ciphertext}`, plaintext: `12. ${texts.plaintext}` }
  expect(stretchesOf([news(6, 7)], signs)).toMatchObject([{ start: 0 }])
})

test('letters that the first key reads as they stand are its own', () => {
  const ciphertext = 'Thi morning'
  const shift = { ...news(4, 0), cipher: 'affine', key: { a: 1, b: 0 } }
  expect(stretchesOf([shift], { ciphertext, plaintext: ciphertext })).toMatchObject([{ start: 0 }])
})

test('text that no key explains is one stretch as far as it stands as it came', () => {
  const none: KeyNews = { start: 15, noticed: 20, cipher: 'unknown', key: {}, probability: 0.99 }
  const found = stretchesOf([news(2, 7), none], { ...texts, plaintext: texts.ciphertext })
  expect(found).toMatchObject([{ start: 0, cipher: 'unknown' }])
})
