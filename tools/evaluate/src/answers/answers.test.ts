import { createCaesar } from '@runnel/core'
import { createDecipherer, type Decipherer, type DecipherSession } from '@runnel/decipher'
import { createBigramModel } from '@runnel/decipher/testing'
import { expect, test } from 'vitest'
import { answer } from './answer.ts'
import { outcomeOf, tally } from './outcome.ts'

const decipherer = createDecipherer({ model: createBigramModel(), cipher: 'caesar' })
const plaintext = 'The river comes down from the hills in spring, and carries the snow with it.'
const ciphertext = createCaesar().encrypt(plaintext, { shift: 7 })

test('an answer: text, cipher and key, and how probable they are', () => {
  const { probability, ...rest } = answer(decipherer, ciphertext)
  expect(rest).toEqual({ text: plaintext, cipher: 'caesar', key: { shift: 7 } })
  expect(probability).toBeGreaterThan(0.99)
  expect(answer(decipherer, ciphertext.slice(0, 1)).probability).toBeLessThan(0.9)
})

test('a session that ends without saying so is no answer', () => {
  const silent = { push: () => [], flush: () => [] } as unknown as DecipherSession
  const broken: Decipherer = { createSession: () => silent }
  expect(() => answer(broken, 'a')).toThrow('without a done event')
})

test('outcomes', () => {
  const said = (text: string, cipher: string, probability: number) =>
    outcomeOf({ text, cipher, probability, key: {} }, 'yes')
  expect(said('yes', 'caesar', 0.2)).toBe('right')
  expect(said('was', 'caesar', 0.9)).toBe('doubtful')
  expect(said('was', 'caesar', 0.91)).toBe('confident')
  expect(said('yes', 'unknown', 0.99)).toBe('unknown')
  // Where nobody can read it, any reading is wrong.
  expect(outcomeOf({ text: 'yes', cipher: 'plain', probability: 1, key: {} }, undefined)).toBe('confident')
  expect(tally(['right', 'unknown', 'right'])).toEqual({ right: 2, doubtful: 0, confident: 0, unknown: 1 })
})
