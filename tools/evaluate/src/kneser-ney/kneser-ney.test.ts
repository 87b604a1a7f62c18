import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countContinuations, countNgrams } from './count-ngrams.ts'
import { discountsOf } from './discounts.ts'
import { trainKneserNey } from './kneser-ney.ts'
import { smooth } from './smooth.ts'

const [a, b, c] = [0, 1, 2]

describe('counts of "abaab"', () => {
  const [singles, pairs, triples] = countNgrams([a, b, a, a, b], 2, 3)

  test('of runs', () => {
    expect([...singles]).toEqual([3, 2])
    expect([...pairs]).toEqual([1, 2, 1, 0])
    // aab, aba and baa once each.
    expect([...triples]).toEqual([0, 1, 1, 0, 1, 0, 0, 0])
  })

  test('of continuations', () => {
    // a follows a and b; b follows a alone.
    expect([...countContinuations(pairs, 2)]).toEqual([2, 1])
    // aa follows b, ab follows a, ba follows a.
    expect([...countContinuations(triples, 2)]).toEqual([1, 1, 1, 0])
  })
})

describe('discounts', () => {
  test('by the formula, for counts of 1 to 4 in 8, 4, 2 and 1 runs', () => {
    const counts = Uint32Array.from([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 0, 0, 9])
    // y = 8 / (8 + 8) = 1/2; 1 - 2 * 1/2 * 4/8; 2 - 3 * 1/2 * 2/4; 3 - 4 * 1/2 * 1/2
    expect(discountsOf(counts)).toEqual([0.5, 1.25, 2])
  })

  test('fixed values where a count never occurs', () => {
    expect(discountsOf(Uint32Array.from([5, 7, 9]))).toEqual([0.5, 1, 1.5])
  })
})

test('interpolation by hand: counts 2 and 1 after one context, none after the other', () => {
  // Both discounts are the fixed ones: n3 = n4 = 0, and 1 - 2 * (1 / 3) * 1 = 1/3 for a count of 1.
  const { probabilities, discounts } = smooth(Uint32Array.from([2, 1, 0, 0]), 2, [0.75, 0.25])
  const [one, two] = discounts
  expect(one).toBeCloseTo(1 / 3, 12)
  expect(two).toBe(1)
  const taken = one + two
  expect([...probabilities]).toEqual([(2 - two + taken * 0.75) / 3, (1 - one + taken * 0.25) / 3, 0.75, 0.25])
})

test('a bigram model by hand', () => {
  // Text abab: pairs ab 2, ba 1. Continuations: a 1 (after b), b 1 (after a).
  const model = trainKneserNey([a, b, a, b], 2, 2)
  // Singles continue once each: n1 = 2, n2 = 0, so y = 1 and a count of 1 gives up 1 - 0 = 1, which is not
  // below 1: the fixed 1/2. P(a) = (1 - 1/2 + 1/2 * 2 * 1/2) / 2 = 1/2.
  expect(model.discounts[0][0]).toBe(0.5)
  // Pairs: n1 = n2 = 1, y = 1/3: a count of 1 gives up 1/3, one of 2 gives up 2 - 3 * 1/3 * 0 = 2: fixed 1.
  expect(model.discounts[1].slice(0, 2)).toEqual([1 - 2 / 3, 1])
  const context = model.createContext()
  // Nothing read: the counts of a and b themselves, 2 and 2; each gives up 1: (2 - 1 + 2 * 1/2) / 4.
  expect(Math.exp(context.logProbability(a))).toBeCloseTo(0.5, 6)
  context.push(a)
  // After a: b (2 - 1 + 1 * 1/2) / 2, a (0 + 1 * 1/2) / 2.
  expect(Math.exp(context.logProbability(b))).toBeCloseTo(0.75, 6)
  expect(Math.exp(context.logProbability(a))).toBeCloseTo(0.25, 6)
  context.push(b)
  // After b: a (1 - 1/3 + 1/3 * 1/2) / 1.
  expect(Math.exp(context.logProbability(a))).toBeCloseTo(5 / 6, 6)
})

const texts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 })

test('probabilities are above 0 and sum to 1, whatever was read', () => {
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 1, max: 5 }), (text, read, order) => {
      const context = trainKneserNey(text, 4, order).createContext()
      for (const symbol of [...read, 0]) {
        const probabilities = [0, 1, 2, 3].map((next) => Math.exp(context.logProbability(next)))
        expect(Math.min(...probabilities)).toBeGreaterThan(0)
        expect(probabilities.reduce((sum, probability) => sum + probability)).toBeCloseTo(1, 5)
        context.push(symbol)
      }
    }),
  )
})

test('what was read further back than the order reaches changes nothing', () => {
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }),
      (text, read, last) => {
        const model = trainKneserNey(text, 4, 3)
        const [long, short] = [model.createContext(), model.createContext()]
        for (const symbol of [...read, ...last]) long.push(symbol)
        for (const symbol of last) short.push(symbol)
        for (const next of [0, 1, 2, 3]) expect(long.logProbability(next)).toBe(short.logProbability(next))
      },
    ),
  )
})

test('a copy goes its own way', () => {
  const context = trainKneserNey([a, b, c, a, b, c, a, b], 3, 3).createContext()
  context.push(a)
  const before = context.logProbability(b)
  const copy = context.copy()
  expect(copy.logProbability(b)).toBe(before)
  copy.push(c)
  expect(context.logProbability(b)).toBe(before)
  expect(copy.logProbability(b)).not.toBe(before)
})
