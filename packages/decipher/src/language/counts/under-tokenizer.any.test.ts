import { createTokenizer, LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { type KnownCounts, underTokenizer } from './under-tokenizer.ts'

const letters = createTokenizer(`${LATIN} `, { space: ' ' })
const wide = createTokenizer(`${LATIN} '0?`, { digit: '0', space: ' ', other: '?' })

test('a symbol that counts do not know has no probability, and is no context', () => {
  const asked: number[][] = []
  const known: KnownCounts = {
    tokenizer: letters,
    depth: 3,
    contextOf: (ids, length) => asked.push(Array.from(ids).slice(0, length)),
    probabilityOf: (id) => id / 100,
    fill: () => {},
  }
  const counts = underTokenizer(known, wide)
  const row = new Float32Array(wide.vocabulary)
  counts.fill(0, row, 0)
  expect(row[2]).toBe(Math.fround(0.02))
  for (const sign of "'0?") {
    const id = wide.idOf(sign.charCodeAt(0))
    expect(counts.probabilityOf(id, 0)).toBe(0)
    expect(row[id]).toBe(0)
  }
  counts.contextOf(wide.encode("a'b"), 3)
  expect(asked).toEqual([[1, 0, 2]])
})
