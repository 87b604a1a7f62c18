import fc from 'fast-check'
import { expect, test } from 'vitest'
import { padSequences } from './padding.ts'

const rows = ({ ids, shape: [count, length] }: ReturnType<typeof padSequences>) =>
  Array.from({ length: count }, (_, row) => [...ids.subarray(row * length, (row + 1) * length)])

test.each([
  [
    'end',
    [
      [1, 2, 3],
      [4, 0, 0],
    ],
  ],
  [
    'start',
    [
      [1, 2, 3],
      [0, 0, 4],
    ],
  ],
] as const)('pads at the %s', (side, expected) => {
  expect(rows(padSequences([[1, 2, 3], [4]], { length: 3, side }))).toEqual(expected)
})

test('a longer sequence takes several rows', () => {
  const padded = padSequences([[1, 2, 3, 4, 5], [6]], { length: 2 })
  expect(rows(padded)).toEqual([
    [1, 2],
    [3, 4],
    [5, 0],
    [6, 0],
  ])
  expect([...padded.mask]).toEqual([1, 1, 1, 1, 1, 0, 1, 0])
  expect([...padded.source]).toEqual([0, 0, 0, 1])
  expect(padded.shape).toEqual([4, 2])
})

test('nothing is ever cut off: what the mask keeps is what went in', () => {
  const sequences = fc.array(fc.array(fc.integer({ min: 1, max: 30 })))
  fc.assert(
    fc.property(
      sequences,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('start', 'end'),
      (input, length, side) => {
        const padded = padSequences(input, { length, side })
        const kept: number[][] = input.map(() => [])
        padded.ids.forEach((id, i) => {
          if (padded.mask[i] === 1) kept[padded.source[Math.floor(i / length)]].push(id)
        })
        expect(kept).toEqual(input)
        expect(new Set(padded.source).size).toBe(input.length)
      },
    ),
  )
})

test('an empty sequence has a row of padding, with the value asked for', () => {
  expect(rows(padSequences([[], [1]], { length: 2, value: 9 }))).toEqual([
    [9, 9],
    [1, 9],
  ])
})

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('length %d is refused', (length) => {
  expect(() => padSequences([[1]], { length })).toThrow('length: expected a positive integer')
})

test.each(['start', 'end'] as const)('padding at the %s: one run of it in each row', (side) => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 9 }))),
      fc.integer({ min: 1, max: 9 }),
      (input, length) => {
        const padded = padSequences(input, { length, side })
        const masks = Array.from({ length: padded.shape[0] }, (_, row) =>
          padded.mask.subarray(row * length, (row + 1) * length).join(''),
        )
        for (const mask of masks) expect(mask).toMatch(side === 'start' ? /^0*1*$/ : /^1*0*$/)
        expect([...padded.ids].map((id) => Number(id !== 0))).toEqual([...padded.mask])
      },
    ),
  )
})

test('typed arrays, whole rows and no sequences at all', () => {
  expect(rows(padSequences([Uint16Array.of(1, 2, 3, 4)], { length: 2 }))).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(padSequences([], { length: 3 })).toMatchObject({ ids: new Uint16Array(0), shape: [0, 3] })
})

test('the sequences are left as they were', () => {
  const sequence = Object.freeze([1, 2, 3])
  padSequences([sequence], { length: 2, side: 'start' })
  expect(sequence).toEqual([1, 2, 3])
})

test.each([-1, 65536, 0.5, Number.NaN])('padding value %d is refused', (value) => {
  expect(() => padSequences([[1]], { length: 2, value })).toThrow(
    'value: expected an integer from 0 to 65535',
  )
})
