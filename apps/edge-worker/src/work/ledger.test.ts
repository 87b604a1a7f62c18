import { expect, test } from 'vitest'
import { Ledger } from './ledger.ts'

const rate = { most: 100, perSecond: 10 }

test('a client may do so much at once, then as much as each second brings', () => {
  let now = 5000
  const ledger = new Ledger(() => now)
  expect(ledger.check('a', rate)).toBe(100)
  ledger.charge('a', rate, 130)
  const owing = expect.objectContaining({ code: 'work_limited', members: { retryAfter: 4 } })
  expect(() => ledger.check('a', rate)).toThrow(owing)
  expect(ledger.check('b', rate)).toBe(100)
  now += 3000
  expect(() => ledger.check('a', rate)).toThrow()
  now += 1000
  expect(ledger.check('a', rate)).toBe(10)
  now += 60_000
  expect(ledger.check('a', rate)).toBe(100)
})

test('clients who were charged last are remembered, so many of them', () => {
  const ledger = new Ledger(() => 0, 2)
  for (const client of ['a', 'b', 'a', 'c']) ledger.charge(client, rate, 60)
  expect(() => ledger.check('a', rate)).toThrow()
  expect(ledger.check('c', rate)).toBe(40)
  expect(ledger.check('b', rate)).toBe(100)
})

test('a clock that goes back brings nothing', () => {
  let now = 5000
  const ledger = new Ledger(() => now)
  ledger.charge('a', rate, 60)
  now = 0
  expect(ledger.check('a', rate)).toBe(40)
})
