import { expect, test } from 'vitest'
import type { Belief } from '../belief/belief.ts'
import { Risk } from '../belief/risk.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import { sureTogether } from './commit-rule.ts'
import { UnsettledText } from './unsettled-text.ts'

const rule = { probability: 0.99, maxDelay: 1000 }
const symbol = (index: number): CipherSymbol => ({ unit: 97, index, position: 0 })

/** A belief that gives letter `index` such a confidence, hundreds of them in a row. */
const believing = (confidences: readonly number[], risk?: Risk): Belief =>
  ({
    ...(risk && { risk }),
    doubt: 0,
    isOpening: false,
    isCertain: false,
    reading: ({ unit }: CipherSymbol) => unit,
    probabilityOf: (_: number, { index }: CipherSymbol) => confidences[index],
    forget: () => {},
  }) as unknown as Belief

test('letters that are surer make up for one that is less, up to a limit, and in order', () => {
  const confidences = [1, 0.951, 0.8, 0.99]
  const sure = (indices: readonly number[], risk = new Risk()): number =>
    sureTogether(rule, believing(confidences, risk), indices.map(symbol))
  expect(sure([1, ...Array(4).fill(0)])).toBe(5)
  expect(sure([1, 0, 0, 0])).toBe(0)
  expect(sure([0, 0, 1, -1, 0, 0, 1, 0])).toBe(6)
  // What passes unchanged makes up for nothing.
  expect(sure([1, -1, -1, -1, -1, -1])).toBe(0)
  expect(sure([3, 0, -1, 3])).toBe(4)
  expect(sure([0, 2, ...Array(99).fill(0)])).toBe(1)
  const spent = new Risk()
  for (let i = 0; i < 5; i++) spent.note(i === 0 ? 0.951 : 1)
  expect(sure([1, 0, 0, 0], spent)).toBe(0)
  expect(sure([1, 0, 0, 0, 0], spent)).toBe(5)
  // A belief that keeps no count settles letters one by one.
  expect(sureTogether(rule, believing(confidences), [symbol(0)])).toBe(0)
})

test('what becomes final counts, what has to become final does not', () => {
  const symbols = { indexOf: (unit: number) => (unit >= 97 && unit <= 100 ? unit - 97 : -1) }
  const risk = new Risk()
  const belief = believing([1, 0.951, 0.8, 0.99], risk)
  const text = new UnsettledText(symbols as never, { probability: 0.99, maxDelay: 8 })
  const units = 'a baaacaaa aaaaaaaa'
  const settled = Array.from(units, (unit) => text.add(unit.charCodeAt(0), belief))
  expect(settled).toEqual([
    ...['a', ' ', '', '', '', 'baaa'],
    ...['', '', '', '', '', '', '', '', '', 'caaa aaaaa'],
    ...['a', 'a', 'a'],
  ])
  expect([risk.letters, risk.wrong]).toEqual([16, 1 - 0.951])
})
