import { expect, test } from 'vitest'
import { StrangeText, surprise } from './strange-text.ts'

const isLetter = (unit: number): boolean => unit !== 0x20
const chanceOf = (unit: number): number => (isLetter(unit) ? 1 / 26 : 0)

/** A text that was foretold with one probability, letter by letter. */
const readOf = (text: string, { likely, sharp }: { likely: number; sharp: number }): StrangeText => {
  const strange = new StrangeText()
  for (const unit of Array.from(text, (letter) => letter.charCodeAt(0))) {
    strange.read(unit, likely, isLetter(unit) ? chanceOf(unit) / sharp : 1)
  }
  return strange
}

test('text that is a million times likelier by chance is strange, once there are twelve units of it', () => {
  expect(readOf('qzx vkjqzx', { likely: 0.01, sharp: 1e-3 }).found).toBeUndefined()
  expect(readOf('qzx vkjqzx vk', { likely: 0.01, sharp: 1e-3 }).found?.units.length).toBe(13)
  expect(readOf('the river came down', { likely: 0.1, sharp: 0.1 }).found).toBeUndefined()
})

test('letters alone say how much a blurred language model is surprised', () => {
  const times = surprise({ units: [0x71, 0x20, 0x7a], likely: [0.01, 0.5, 1 / 52] }, chanceOf)
  expect(times).toBeCloseTo(100 / 26 / 0.5, 10)
})
