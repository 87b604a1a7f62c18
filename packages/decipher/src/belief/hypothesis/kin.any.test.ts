import { LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { netLanguageModel } from '../../language/net-language-model.ts'
import { createBigramModel } from '../../testing/bigram-model.ts'
import { blurSums } from './blur.ts'
import { MOST_KIN } from './constants.ts'
import { kinOf } from './kin.ts'

const model = netLanguageModel(createBigramModel())
const kin = kinOf(model)
const factorOf = (letter: string): number => kin[model.tokenizer.idOf(letter.charCodeAt(0))]

test('letters that a language hardly has are likelier in languages akin, and those that it has most of are not', () => {
  expect(factorOf('z')).toBeGreaterThan(1.5)
  expect(factorOf('j')).toBeGreaterThan(1.2)
  expect(factorOf('w')).toBeLessThan(0.9)
  expect(factorOf('h')).toBeLessThan(0.9)
  for (const letter of LATIN) expect(factorOf(letter)).toBeLessThanOrEqual(MOST_KIN ** 0.25 + 1e-6)
})

test('what is no letter is as likely as it was', () => {
  expect(factorOf(' ')).toBe(1)
  expect(kin[0]).toBe(1)
})

test('it is the same each time, and so are the sums that it is a part of', () => {
  expect(kinOf(model)).toEqual(kin)
  const row = new Float32Array(kin.length).fill(1 / 256)
  const { noisy, foreign } = blurSums(row, 0, kin)
  expect(noisy).toBe((kin.length - 1) / 16)
  // 256 to the power of 3/8 is 8.
  expect(foreign).toBeCloseTo(kin.slice(1).reduce((sum, factor) => sum + factor, 0) / 8, 9)
})
