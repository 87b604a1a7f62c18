import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSampleCounts, cut } from '../testing/index.ts'
import { createRespacer } from './respacer.ts'

const counts = await createSampleCounts()
const respaced = (...chunks: string[]): string => {
  const respacer = createRespacer(counts)
  return chunks.map((chunk) => respacer.push(chunk)).join('') + respacer.flush()
}
const text = 'thewaterwaslowandcold'.repeat(9)

test('nothing but spaces changes, however the text is cut', () => {
  const whole = respaced(text)
  expect(whole.replaceAll(' ', '')).toBe(text)
  expect(whole.length).toBeGreaterThan(text.length)
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (places) => {
      expect(respaced(...cut(text, places))).toBe(whole)
    }),
    { numRuns: 8 },
  )
})

test('spaces that a text has are put anew', () => {
  expect(respaced(text.replace(/.{5}/g, '$& '))).toBe(respaced(text))
})

test('what waits is bounded', () => {
  const respacer = createRespacer(counts)
  let given = ''
  for (let i = 0; i < 400; i++) {
    given += respacer.push('q')
    expect(i + 1 - given.replaceAll(' ', '').length).toBeLessThanOrEqual(100)
  }
})

test('signs, and characters beyond the plane, stay', () => {
  expect(respaced('é 😀, \ud83d!').replaceAll(' ', '')).toBe('é😀,\ud83d!')
  expect(respaced()).toBe('')
})
