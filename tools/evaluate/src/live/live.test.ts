import { createCaesar, createRandom } from '@runnel/core'
import { createDecipherer, netLanguageModel } from '@runnel/decipher'
import { createBigramModel } from '@runnel/decipher/testing'
import { findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { chiSquared } from './chi-squared.ts'
import { runnel } from './contender.ts'
import { countedModel } from './counted-model.ts'
import { meanModel } from './mean-model.ts'
import { calibrationError, findKeys, quantile, runSessions, wholeMessages } from './measures.ts'
import { plotCurves } from './plot.ts'
import { drawStream, type Layout, meaningOf, type Stream } from './streams.ts'

const text =
  `${'The river comes down from the hills in spring, and carries the snow with it. '.repeat(30)}\n`.repeat(2)
const model = createBigramModel()
const draw = (count: number, options: Parameters<typeof drawStream>[2]): Stream[] => {
  const random = createRandom(3)
  return Array.from({ length: count }, () => drawStream(text, random, options))
}

describe('streams', () => {
  test('so many letters from the start of a word, and keys that say what they mean', () => {
    for (const { plaintext, ciphertext, keys } of draw(20, { letters: 30 })) {
      expect(plaintext.replace(/[^a-z]/gi, '').length).toBe(30)
      expect(text).toContain(` ${plaintext}`)
      const shift = keys[0].charCodeAt(0) - 97
      expect(keys[0]).toBe(meaningOf('caesar', { shift }))
      expect(createCaesar().decrypt(ciphertext, { shift })).toBe(plaintext)
    }
  })

  test.each<[Layout, RegExp]>([
    ['no spaces', /^[a-z]+$/],
    ['capitals', /^[A-Z ,.]+$/],
    ['digits inside', /^[A-Za-z ,.\d]+$/],
    ['groups of five', /^([A-Z]{5} )*[A-Z]{1,5}$/],
  ])('%s', (layout, form) => {
    for (const { plaintext } of draw(10, { letters: 40, layout })) expect(plaintext).toMatch(form)
  })

  test('keys change where it is said, and to others', () => {
    for (const { keys, changes } of draw(10, { letters: 200, changeRate: 0.02 })) {
      const found = keys.flatMap((key, i) => (i > 0 && key !== keys[i - 1] ? [i] : []))
      expect(found).toEqual(changes)
    }
  })

  test('where only words begin a key, it changes at words', () => {
    const streams = draw(10, { letters: 200, changeRate: 0.2, changeAt: 'word' })
    expect(streams.flatMap(({ changes }) => changes).length).toBeGreaterThan(20)
    for (const { plaintext, changes } of streams) {
      for (const place of changes) expect(plaintext.slice(place - 1, place + 1)).toMatch(/^[^a-z][a-z]$/i)
    }
  })

  test('a share of the letters is replaced, before they are enciphered', () => {
    const [noisy] = draw(1, { letters: 2000, noise: 0.2 })
    const [clean] = draw(1, { letters: 2000 })
    const changed = Array.from(clean.plaintext, (unit, i) => (unit === noisy.plaintext[i] ? '' : unit)).join(
      '',
    )
    // One in 26 is replaced by itself.
    expect(changed.length / 2000).toBeGreaterThan(0.16)
    expect(changed.length / 2000).toBeLessThan(0.23)
    expect(changed).toMatch(/^[a-z]+$/i)
    const shift = noisy.keys[0].charCodeAt(0) - 97
    expect(createCaesar().decrypt(noisy.ciphertext, { shift })).toBe(noisy.plaintext)
  })

  test('"none of these" is no key', () => {
    expect(meaningOf('unknown', {})).not.toBe(meaningOf('plain', {}))
  })
})

const english = await loadModel(await findModel('english'))
const counted = countedModel(text.repeat(4))

describe('contenders find keys', () => {
  const streams = draw(20, { letters: 60 })
  test.each([
    runnel('filter', { model, cipher: 'caesar' }),
    runnel('5-grams', { model: counted, cipher: 'caesar' }),
    runnel('both', { model: meanModel(netLanguageModel(english), counted), cipher: 'caesar' }),
    chiSquared(text),
  ])('$name', (contender) => {
    const { right, settled } = findKeys(contender, streams, 60)
    expect(right[59]).toBeGreaterThan(0.9)
    expect(quantile(settled, 0.5)).toBeLessThan(30)
  })
})

test('sessions are followed unit by unit', () => {
  const streams = draw(5, { letters: 150, changeRate: 1 / 60 })
  const run = runSessions({ model, cipher: 'caesar' }, streams, ({ cipher, key }) => meaningOf(cipher, key))
  expect(run.finals).toBe(750)
  expect(run.letters).toBe(750)
  expect(run.relock.length).toBeGreaterThan(3)
  expect(run.relock.length).toBeLessThanOrEqual(streams.flatMap(({ changes }) => changes).length)
  expect(run.finalsWrong).toBeLessThan(75)
})

test('whole messages', () => {
  expect(wholeMessages({ model, cipher: 'caesar' }, draw(20, { letters: 25 }))).toBe(1)
})

test('calibration: bins of their own, weighed by how many letters they hold', () => {
  const letters = (confidence: number, right: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ confidence, isRight: true })),
    ...Array.from({ length: wrong }, () => ({ confidence, isRight: false })),
  ]
  expect(calibrationError(letters(0.75, 3, 1))).toBeCloseTo(0, 12)
  expect(calibrationError(letters(0.95, 1, 1))).toBeCloseTo(0.45, 12)
  expect(calibrationError([...letters(0.95, 1, 1), ...letters(0.25, 1, 3)])).toBeCloseTo(0.45 / 3, 12)
})

test('quantiles are values that were seen', () => {
  expect([0.5, 0.9, 0.99, 1].map((share) => quantile([3, 1, 2, 4], share))).toEqual([2, 4, 4, 4])
})

test('curves are drawn', () => {
  const svg = plotCurves([{ name: 'a < b', right: [0, 0.5, 1] }])
  // From the bottom by way of the middle to the top.
  expect(svg).toMatch(/<path d="M64,348L\d+\.\d+,194L\d+\.\d+,40"/)
  expect(svg).toContain('a &lt; b')
})

test('english: a rare first word is no change of key', async () => {
  const plaintext = 'Pyrrho, the Devil, Jupiter'
  const streams = Array.from({ length: 25 }, (_, i) => {
    const ciphertext = createCaesar().encrypt(plaintext, { shift: i + 1 })
    return { plaintext, ciphertext, keys: [], changes: [] }
  })
  expect(wholeMessages({ model: english, cipher: 'caesar' }, streams)).toBe(1)
})

test.each([counted, meanModel(netLanguageModel(english), counted)])(
  '$name goes on from a snapshot',
  (model) => {
    const decipherer = createDecipherer({ model, cipher: 'caesar' })
    const ciphertext = createCaesar().encrypt('The river comes down from the hills in spring', { shift: 7 })
    const session = decipherer.createSession()
    session.push(ciphertext.slice(0, 9))
    const restored = decipherer.createSession(session.snapshot())
    expect(restored.push(ciphertext.slice(9))).toEqual(session.push(ciphertext.slice(9)))
  },
)
