import { expect, test } from 'vitest'
import type { Belief } from '../belief/belief.ts'
import { Risk } from '../belief/risk.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import { UnsettledText } from './unsettled-text.ts'

/** A belief that gives letters such confidences. */
const believing = (confidences: readonly number[], risk: Risk): Belief =>
  ({
    risk,
    doubt: 0,
    isOpening: false,
    isCertain: false,
    reading: ({ unit }: CipherSymbol) => unit,
    probabilityOf: (_: number, { index }: CipherSymbol) => confidences[index],
    forget: () => {},
  }) as unknown as Belief

test('letters that are sure make up for another; one that has to become final does not count', () => {
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
