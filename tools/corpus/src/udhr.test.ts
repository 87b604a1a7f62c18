import { expect, test } from 'vitest'
import { udhr } from './udhr.ts'

test.each([
  ['fin', 'Kun ihmiskunnan kaikkien jäsenten luonnollisen arvon'],
  ['tur', 'İnsanlık ailesinin bütün üyelerinde bulunan haysiyetin'],
])('the declaration in %s, without its markup', (language, start) => {
  const text = udhr(language).read()
  expect(text.startsWith(start)).toBe(true)
  expect(text.length).toBeGreaterThan(9000)
  expect(text).not.toMatch(/[<>]/)
})
