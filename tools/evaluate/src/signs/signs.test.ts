import { expect, test } from 'vitest'
import { SIGNS, signShares, underscores } from './count-signs.ts'

test('30 signs', () => {
  expect(SIGNS).toBe('!"#$%&()*+,-./:;<=>?@[\\]^`{|}~')
})

test('the mean of each text and of all alike', () => {
  const shares = signShares(['a, b, c. d.', '{}'])
  const of = (sign: string) => shares[SIGNS.indexOf(sign)]
  expect([of(','), of('.'), of('{'), of('}'), of('%')]).toEqual([178, 178, 178, 178, 11])
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1000, -2)
})

test('underscores for each space', () => {
  expect(underscores(['a b c', 'a_b c d'])).toBe(250)
})
