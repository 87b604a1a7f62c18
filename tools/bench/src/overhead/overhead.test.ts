import { expect, test } from 'vitest'
import { compare, subjects } from './measure.ts'
import { ways } from './ways.ts'

test('every way gives all of the text, and is measured', async () => {
  for (const subject of await subjects()) {
    const { costs } = await compare(subject, { chunk: 7, units: 100, rounds: 2 })
    expect(costs.map(({ way }) => way)).toEqual(Object.keys(ways))
    expect(costs[0].ratio).toBe(1)
    for (const { perChunk, ratio } of costs) expect([perChunk.median > 0, ratio > 0]).toEqual([true, true])
  }
})
