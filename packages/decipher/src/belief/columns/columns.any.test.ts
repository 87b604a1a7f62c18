import { describe, expect, test } from 'vitest'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { type Candidate, isRepetition, lightest } from './candidate.ts'
import { createCosts } from './costs.ts'
import { createCostOf, powerOf } from './powers.ts'

const counts = await createSampleCounts()
const { idOf, vocabulary } = counts.tokenizer
const ids = (text: string): number[] => Array.from(text, (unit) => idOf(unit.charCodeAt(0)))

describe('costs, in twelfths of a bit', () => {
  const costOf = createCostOf(120)

  test.each([
    [1, 0],
    [0.5, 12],
    [2 ** -2.75, 33],
    [2 ** -10, 120],
    [1e-9, 120],
    [0, 120],
    [1 + 1e-12, 0],
    [5e-324, 120],
    [Number.NaN, 120],
  ])('%f costs %d', (probability, cost) => {
    expect(costOf(probability)).toBe(cost)
  })

  test('are the nearest, and lead back', () => {
    for (let cost = 0; cost < 120; cost++) {
      expect(costOf(powerOf(cost))).toBe(cost)
      expect(costOf(2 ** (-(cost + 0.49) / 12))).toBe(cost)
      expect(costOf(2 ** (-(cost + 0.51) / 12))).toBe(cost + 1)
    }
    for (const most of [1, 13, 168, 480]) {
      const cost = createCostOf(most)
      for (let n = 0; n < 5000; n++) {
        const likely = 2 ** (-n / 100)
        expect(cost(likely)).toBe(Math.min(most, Math.floor((12 * n) / 100 + 0.5 - 1e-9)))
      }
    }
    expect([powerOf(-12), powerOf(-6) * powerOf(6)]).toEqual([2, expect.closeTo(1, 12)])
  })
})

describe.each([
  ['with spaces', true, ' the boat came down'],
  ['without spaces', false, 'theboatcamedown'],
])('a language %s', (_, isSpaced, text) => {
  const { reader, table } = createCosts(counts, isSpaced)

  test('all symbols that may come next weigh 1 together', () => {
    for (let end = 0; end < text.length; end++) {
      const costs = Array.from({ length: vocabulary - 1 }, (_, i) => {
        const state = reader.create()
        for (const id of ids(text.slice(0, end))) reader.read(id, state)
        return isSpaced || i + 1 !== idOf(0x20) ? powerOf(reader.read(i + 1, state)) : 0
      })
      // Rounded to a twelfth of a bit each, and none below ten bits.
      expect(costs.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 1)
    }
  })

  test('what is in it costs less than what is not', () => {
    const costIn = (sample: string): number => {
      const state = reader.create()
      return ids(sample).reduce((sum, id) => sum + reader.read(id, state), 0)
    }
    const [t, h, e, q] = ids('theq')
    expect(costIn(text)).toBeLessThan(costIn([...text].reverse().join('')))
    const tableAt = (...four: number[]): number => table[four.reduce((at, id) => at * vocabulary + id, 0)]
    expect(tableAt(0, t, h, e)).toBeLessThan(tableAt(0, t, h, q))
  })
})

test('text without spaces costs less where it is read as such', () => {
  const costIn = (isSpaced: boolean): number => {
    const { reader } = createCosts(counts, isSpaced)
    const state = reader.create()
    return ids('andthemanatthemillwaitedforit').reduce((sum, id) => sum + reader.read(id, state), 0)
  }
  expect(costIn(false)).toBeLessThan(costIn(true))
})

test('keys: repetitions, and the lightest, the first of equals', () => {
  expect([[1], [1, 2, 1, 2], [1, 2, 1], [3, 3]].map((key) => isRepetition(Uint8Array.from(key)))).toEqual([
    false,
    true,
    false,
    true,
  ])
  const candidates = [5, 3, 3].map((cost, state) => ({ cost, state })) as unknown as Candidate[]
  expect(lightest(candidates)).toBe(candidates[1])
  expect(lightest([])).toBeUndefined()
})
