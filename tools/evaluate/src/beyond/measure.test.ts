import { createDecipherer } from '@runnel/decipher'
import { expect, test } from 'vitest'
import type { Family } from '../open-world/family.ts'
import { measure } from './measure.ts'

const LETTERS = 'attackatdawnandholdthebridge'
const family = (ciphertext: string): Family =>
  ({ name: 'one text', draw: () => ({ ciphertext, plaintext: LETTERS }) }) as unknown as Family
const plan = { count: 2, seed: 1, letters: [28], layout: 'no spaces' } as const
const caesar = createDecipherer({ cipher: 'caesar', key: '3' })
const ciphertext = 'dwwdfndwgdzqdqgkrogwkheulgjh'

test('counts streams that woke a search, those told one of its ciphers, and at which letter', () => {
  let beyond = 0
  const seeking = { decipherer: caesar, sought: ['caesar'], steps: () => beyond++ }
  const measured = measure(seeking, family(ciphertext), plan, () => {})
  expect(measured).toMatchObject({ streams: 2, woken: 2, told: [1, 1], ended: 2 })
  expect(measured.outcomes.length).toBe(2)
})

test('counts none of them where nothing was sought', () => {
  let letters = 0
  const seeking = { decipherer: caesar, sought: ['vigenere'], steps: () => 0 }
  const measured = measure(seeking, family(ciphertext), plan, (count) => {
    letters += count
  })
  expect(measured).toMatchObject({ woken: 0, told: [], ended: 0 })
  expect(letters).toBe(56)
})
