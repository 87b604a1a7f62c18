import { createRandom } from '@runnel/core'
import { languageList } from '@runnel/models'
import { expect, test } from 'vitest'
import { EUROPEAN, mixed, stretchesOf } from './european-corpus.ts'

const lines = (word: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${word.repeat(200)}${at}\n`).join('')

test('a text is cut into stretches of whole lines, of which nothing is lost', () => {
  const text = lines('word', 50)
  const stretches = stretchesOf(text)
  expect(stretches.join('')).toBe(text)
  for (const stretch of stretches.slice(0, -1)) expect(stretch.length).toBeGreaterThan(5000)
  for (const stretch of stretches) expect(stretch).toMatch(/\n$/)
  expect(stretchesOf('one\n')).toEqual(['one\n'])
})

test('languages are mixed in shares of the square root of their size, nothing twice, the same each time', () => {
  const parts = [lines('a', 400), lines('b', 1600), lines('c', 400)].map((text) => text.match(/.+\n/g) ?? [])
  const text = mixed(parts, createRandom(1))
  const taken = text.match(/.+\n/g) ?? []
  const share = (letter: string): number => taken.filter((line) => line.startsWith(letter)).length
  expect(share('b') / share('a')).toBeCloseTo(2, 1)
  expect(share('a')).toBe(400)
  expect(share('c')).toBe(400)
  expect(new Set(taken).size).toBe(taken.length)
  expect(text).not.toBe(taken.toSorted().join(''))
  expect(mixed(parts, createRandom(1))).toBe(text)
})

test('every language in Latin script that is read', () => {
  const latin = Object.keys(languageList).filter((code) => languageList[code].letters === undefined)
  expect([...EUROPEAN].sort()).toEqual(latin.sort())
})
