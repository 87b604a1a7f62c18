import { expect, test } from 'vitest'
import { nextStep } from './next-step.ts'

test.each([
  ['transposition', [], 'decipher --cipher columnar'],
  ['playfair', [], 'decipher --cipher playfair'],
  ['hill', [], 'decipher --cipher hill'],
  ['xor', ['base64', 'hex'], 'decipher --encoding hex --cipher xor'],
  ['xor', [], 'decipher --encoding none --cipher xor'],
  ['base64', ['base64'], 'decode base64'],
  ['bifid', [], undefined],
] as const)('%s, decoded as %j: %s', (kind, codes, next) => {
  const decoded = codes.map((code) => ({ code, text: '', bytes: undefined }))
  expect(nextStep(kind, decoded as never)).toBe(next)
})
