import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { columnar } from './columnar.ts'
import { permutation } from './permutation.ts'
import { substitution } from './substitution.ts'
import { vigenere } from './vigenere.ts'

const indices = (key: string): number[] => Array.from(key, (letter) => letter.charCodeAt(0) - 97)

test('Vigenère (Wikipedia, "Vigenère cipher")', () => {
  expect(vigenere('attackatdawn', indices('lemon'))).toBe('lxfopvefrnhr')
  expect(vigenere('Attack at dawn!', indices('lemon'))).toBe('Lxfopv ef rnhr!')
})

test('columnar transposition under ZEBRAS, rows not filled up (Wikipedia, "Transposition cipher")', () => {
  const order = [4, 2, 1, 3, 5, 0]
  expect(columnar('WEAREDISCOVEREDFLEEATONCE', order)).toBe('EVLNACDTESEAROFODEECWIREE')
  expect(columnar('We are discovered.', order)).toMatch(/^[A-Z][a-z] [a-z]{3} [a-z]{10}\.$/)
})

test('substitution', () => {
  const key = indices('zebrascdfghijklmnopqtuvwxy')
  expect(substitution('Flee at once. We are discovered!', key)).toBe('Siaa zq lkba. Va zoa rfpbluaoar!')
})

test('orders are of all numbers, never their own, and differ', () => {
  const random = createRandom(1)
  const orders = Array.from({ length: 50 }, () => permutation(2 + random.integer(4), random))
  for (const order of orders) {
    const own = order.map((_, i) => i)
    expect(order.toSorted()).toEqual(own)
    expect(order).not.toEqual(own)
  }
  expect(new Set(orders.map(String)).size).toBeGreaterThan(20)
})
