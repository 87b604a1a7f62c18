import { expect, test } from 'vitest'
import { countUp } from './advance.ts'

test('progress: share and rate', () => {
  let time = 0
  const told: unknown[] = []
  const count = countUp(
    (...progress) => told.push(progress),
    200,
    'letters',
    () => time,
  )
  time = 2000
  count(100)
  time = 4000
  count(150)
  expect(told).toEqual([
    [0.5, '50 letters/s'],
    [1, '63 letters/s'],
  ])
})
