import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromUnits } from './from-units.ts'

test('gives back any units, in any number', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff)), fc.integer({ min: 1, max: 40 }), (units, times) => {
      const text = units
        .map((unit) => String.fromCharCode(unit))
        .join('')
        .repeat(times)
      const all = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
      expect(fromUnits(all)).toBe(text)
    }),
  )
})

test('more units than fit on a stack', () => {
  const units = Uint16Array.from({ length: 1_000_001 }, (_, i) => i)
  const text = fromUnits(units)
  expect(text.length).toBe(units.length)
  expect(units.every((unit, i) => text.charCodeAt(i) === unit)).toBe(true)
})
