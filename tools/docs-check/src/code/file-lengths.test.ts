import { expect, test } from 'vitest'
import { medianLines, tooLong } from './file-lengths.ts'

const file = (lines: number): string => 'x\n'.repeat(lines)

test('a file of as many lines as allowed is none too long; one more is', () => {
  const files = new Map([
    ['a.ts', file(250)],
    ['b.ts', file(251)],
    ['c.ts', `${file(250)}x`],
  ])
  expect(tooLong(files, 250)).toEqual([
    'b.ts: 251 lines, 250 at the most',
    'c.ts: 251 lines, 250 at the most',
  ])
})

test.each([
  [[], 0],
  [[60], 60],
  [[90, 10, 61], 61],
  [[10, 60, 61, 90], 61],
])('the median of %j is %d', (lengths, median) => {
  expect(medianLines(new Map(lengths.map((lines, i) => [`${i}.ts`, file(lines)])))).toBe(median)
})
