import { expect, test } from 'vitest'
import { givenText, openEnglish, sampleText } from './text.ts'

const { signal } = new AbortController()

test('the model writes about as much as is asked for, the same for the same seed', async () => {
  const model = await openEnglish()
  const text = await sampleText(model, 20_000, 1, signal)
  expect(Math.abs(text.length - 20_000)).toBeLessThan(200)
  expect(await sampleText(model, 20_000, 1, signal)).toBe(text)
  expect(await sampleText(model, 20_000, 2, signal)).not.toBe(text)
  const share = (symbol: string): number => text.split(symbol).length / text.length
  // As English has them: a space after every five letters or so, e before all other letters.
  expect(share(' ')).toBeGreaterThan(0.14)
  expect(share(' ')).toBeLessThan(0.24)
  expect(share('e')).toBeGreaterThan(0.07)
  expect(text.match(/\bthe\b/g)?.length).toBeGreaterThan(100)
})

test('a text that is given is cut in two, and nothing of it is lost', async () => {
  const text = 'abcdefghij'.repeat(3000)
  const { learn, held } = await givenText(text)(1, () => {})
  expect(learn + held).toBe(text)
  expect(held.length).toBe(3000)
})
