import { expect, test } from 'vitest'
import { alphabetOf } from './alphabet-of.ts'

test.each([
  ['Aol tvyupun, café', 'en'],
  ['Hñ plqr odqdpd', 'es'],
  ['Vål öh', 'sv'],
  ['ðŷ øk', 'no'],
  ['δχκλο ξθο', 'el'],
  ['Тсмылз у хсеёлцм', 'ru'],
  ['щїж лґєі', 'uk'],
  ['12 🌊', 'en'],
])('%s is written in the letters of %s', (text, code) => {
  expect(alphabetOf(text)).toBe(code)
})
