import { expect, test } from 'vitest'
import { counted, countedWord, percent } from './numbers.ts'

test('nothing is called certain or impossible that only nearly is', () => {
  const plain = [1, 0.99999, 0.5, 0.0004, 0].map((share) => percent(share).replaceAll('\u00a0', ' '))
  expect(plain).toEqual(['100 %', '99.9 %', '50.0 %', '< 0.1 %', '0 %'])
})

test('counts and their nouns agree', () => {
  expect(counted(1, 'letter')).toBe('1 letter')
  expect(counted(1204, 'letter')).toBe('1,204 letters')
  expect(countedWord(2, 'letter')).toBe('Two letters')
  expect(countedWord(12, 'letter')).toBe('12 letters')
})
