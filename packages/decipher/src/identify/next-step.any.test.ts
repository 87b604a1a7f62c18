import { expect, test } from 'vitest'
import { foundEncodings, withFound } from './found-encodings.ts'
import { decodeStep, nextStep } from './next-step.ts'

test.each([
  ['transposition', [], 'decipher --cipher transposition'],
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

test('an encoding out of which text comes is in front, whatever the classifier knows of it', () => {
  const found = foundEncodings('0 1111 1 / 010 1 1 1001 1 101 / 1011 1 1101 0', true)
  expect(found).toEqual(['morse10'])
  const kinds = [
    { kind: 'binary', probability: 0.8 },
    { kind: 'random', probability: 0.2 },
  ] as const
  const ranked = withFound(kinds, found)
  expect(ranked.map(({ kind }) => kind)).toEqual(['morse', 'binary', 'random'])
  expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1)
  expect(withFound(kinds, ['octal'])[0].kind).toBe('encoded')
  expect(withFound(kinds, [])).toEqual(kinds)
  expect([decodeStep(['octal']), decodeStep(['hex', 'utf16le'])]).toEqual([
    'decode octal',
    "decode 'hex > utf16le'",
  ])
})
