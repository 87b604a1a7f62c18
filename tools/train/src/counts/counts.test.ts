import { createTokenizer } from '@runnel/core'
import { encodeCounts, loadCounts, STEPS } from '@runnel/decipher/counts'
import { countsRecipes } from '@runnel/models/recipes'
import { describe, expect, test } from 'vitest'
import { chooseExceptions, createRounding, rowOf } from './choose-exceptions.ts'
import { countContexts } from './count-contexts.ts'
import { heldOutBits } from './held-out-bits.ts'
import { smoothCounts } from './smooth-counts.ts'
import { trainCounts } from './train-counts.ts'

const [A, B, SPACE, SYMBOLS] = [0, 1, 2, 3]
const tokenizer = createTokenizer('ab ', { space: ' ' })

describe('counts of "ab ba" and a space', () => {
  const { counts } = countContexts('ab ba ', tokenizer, { depth: 2, spaceless: 0.5 })

  test('of symbols: as written, and half as much without spaces', () => {
    // abba: a 2, b 2.
    expect([...counts[0]]).toEqual([2 + 1, 2 + 1, 2])
  })

  test('of pairs: those of the text, of the text without spaces, and of a space before the word that it begins', () => {
    // ab, b_, _b, ba, a_ as written; ab, bb, ba without; and _b where "ba" begins a word.
    const pairs = (first: number) => [...counts[1].slice(first * SYMBOLS, (first + 1) * SYMBOLS)]
    expect({ a: pairs(A), b: pairs(B), space: pairs(SPACE) }).toEqual({
      a: [0, 1.5, 1],
      b: [1.5, 0.5, 1],
      space: [0, 1.5, 0],
    })
  })

  test('of the greatest length only what begins with a space: _ba, written and without', () => {
    const expected = new Array<number>(SYMBOLS ** 2).fill(0)
    expected[B * SYMBOLS + A] = 1.5
    expect([...counts[2]]).toEqual(expected)
  })
})

test('probabilities lean on the shorter context, more where more symbols follow', () => {
  const table = countContexts('ab ba ', tokenizer, { depth: 2, spaceless: 0 })
  const [singles, pairs] = smoothCounts(table, 1)
  // a 2, b 2, a space 2, and 3 kinds lean on a third each: (2 + 1) / 9.
  for (const p of singles) expect(p).toBeCloseTo(1 / 3, 6)
  // After a: b and a space once each, 2 kinds: (1 + 2 / 3) / 4, and (2 / 3) / 4 for a.
  expect(pairs[A * SYMBOLS + A]).toBeCloseTo(1 / 6, 6)
  expect(pairs[A * SYMBOLS + B]).toBeCloseTo(5 / 12, 6)
})

describe('exceptions', () => {
  const even = rowOf([8, 8, 8, 8])
  const toSteps = createRounding(STEPS)
  const choose = (probabilities: number[], weight: number, price = 10) =>
    chooseExceptions({ probabilities, weight, price, toSteps }, even)

  test('none where nothing differs, however often it occurs', () => {
    expect(choose([0.25, 0.25, 0.25, 0.25], 1e9)).toBeUndefined()
  })

  test('the one that differs from all others, which are scaled', () => {
    const chosen = choose([0.7, 0.1, 0.1, 0.1], 1000)
    expect([...(chosen?.steps.keys() ?? [])]).toEqual([0])
    expect(chosen?.row.expected[0]).toBeCloseTo(0.7, 1)
    expect(chosen?.row.expected[3]).toBeCloseTo(0.1, 1)
  })

  test('none where it occurs too rarely to be worth its price', () => {
    expect(choose([0.7, 0.1, 0.1, 0.1], 5)).toBeUndefined()
    expect(choose([0.7, 0.1, 0.1, 0.1], 5, 1)).toBeDefined()
  })

  test('differences are rounded to steps, to the sizes that are allowed', () => {
    // Steps 2 and 8 are of just these sizes.
    const found = [-3, -1, 0, 2, 3, 9.2, 500].map(createRounding([2, 8]))
    expect(found).toEqual([-2, 0, 0, 2, 2, 8, 8])
  })
})

describe('counts trained on a little text', () => {
  const text = `${'the river comes down from the hills in spring and carries the snow with it '.repeat(300)}`
  const recipe = countsRecipes()['english-counts']
  const train = async (options: Partial<typeof recipe.options>) => {
    const smaller = { ...recipe.options, depth: 3, coarseFrom: 2, ...options }
    return encodeCounts(trainCounts({ ...recipe, options: smaller }, text))
  }

  test('the same file twice', async () => {
    expect(await train({})).toEqual(await train({}))
  })

  test('a lower price keeps more, and foretells better', async () => {
    const files = [await train({ price: 3000 }), await train({ price: 100 })]
    const [dear, cheap] = await Promise.all(
      files.map(async (file) => heldOutBits(await loadCounts(file), text)),
    )
    expect(files[0].length).toBeLessThan(files[1].length)
    expect(cheap).toBeLessThan(dear - 0.3)
  })

  test('text without spaces is foretold when a share of it was counted', async () => {
    const spaceless = text.replaceAll(' ', '')
    const bits = async (share: number) =>
      heldOutBits(await loadCounts(await train({ spaceless: share })), spaceless)
    expect(await bits(0.2)).toBeLessThan((await bits(0)) - 0.3)
  })
})
