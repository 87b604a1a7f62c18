import { createRandom } from '@runnel/core'
import { createDecipherer, type DecipherEvent, type Decipherer, type DoneEvent } from '@runnel/decipher'
import { createBigramModel } from '@runnel/decipher/testing'
import { describe, expect, test } from 'vitest'
import { calibrationTable } from './calibration.ts'
import { foreignFamily, listedFamilies, outsideFamilies } from './families.ts'
import { isRight, type Measured, measure, placesAfter } from './measure.ts'
import { listedTable, outsideTable } from './tables.ts'

const text =
  `${'The river comes down from the hills in spring, and carries the snow with it. '.repeat(30)}\n`.repeat(2)
const families = [...outsideFamilies(text), foreignFamily('English', text), ...listedFamilies(text)]

describe('families', () => {
  test.each(families)('$name: so many letters, other from draw to draw', ({ name, draw }) => {
    const random = createRandom(1)
    const samples = Array.from({ length: 5 }, () => draw(random, { letters: 100, layout: 'as written' }))
    for (const sample of samples) {
      const [place] = placesAfter(sample, [100])
      expect(place).toBe(sample.ciphertext.length)
      if (sample.plaintext) expect(text).toContain(sample.plaintext)
      if (name !== 'plain') expect(sample.ciphertext).not.toBe(sample.plaintext)
    }
    expect(new Set(samples.map(({ ciphertext }) => ciphertext)).size).toBeGreaterThan(3)
  })

  test('letters with marks are folded where only letters are left', () => {
    const family = foreignFamily('French', 'élève Élève '.repeat(300))
    const { plaintext } = family.draw(createRandom(1), { letters: 40, layout: 'no spaces' })
    expect(plaintext).toMatch(/^(e?l?e?v?e?)(eleve)+(e?l?e?v?e?)$/)
  })
})

/** A decipherer that gives the text as it is, and says it is so with such a probability. */
const saying = (cipher: 'plain' | 'unknown', probability: number): Decipherer => {
  const createSession = () => {
    let length = 0
    return {
      push(text: string): DecipherEvent[] {
        length += text.length
        return [{ type: 'final', start: length - text.length, text }]
      },
      flush: (): DecipherEvent[] => [
        { type: 'done', start: length, cipher, key: {}, probability, letters: length } as DoneEvent,
      ],
      snapshot: () => new Uint8Array(),
    }
  }
  return { createSession } as unknown as Decipherer
}

const measureAll = (decipherer: Decipherer): Measured[] =>
  families.map((family) => {
    const plan = { count: 4, seed: 1, letters: [10, 40], layout: 'as written' } as const
    return measure(decipherer, family, plan, () => {})
  })

test('text taken for plain text is wrong but where it is', () => {
  const measured = measureAll(saying('plain', 0.95))
  for (const { family, outcomes } of measured) {
    const right = family.name === 'plain' ? 'right' : 'confident'
    expect(outcomes).toEqual([Array(4).fill(right), Array(4).fill(right)])
  }
  const { rows } = outsideTable({ text: '', count: 4, seed: 1 }, measured.slice(0, 1), [10, 40])
  expect(rows[0].slice(2)).toEqual([
    '100.00 %',
    ...Array(3).fill('0.00 %'),
    '100.00 %',
    ...Array(3).fill('0.00 %'),
  ])
  // One of eleven families is right, with a probability of 0.95.
  const all = calibrationTable(measured).rows.find(([name]) => name === 'all')
  expect(all).toEqual(['all', '88', '95.00 %', '9.09 %', (0.95 - 1 / 11).toFixed(4)])
})

test('"none of these" is right outside the list, and for other languages', () => {
  const measured = measureAll(saying('unknown', 0.7))
  const all = calibrationTable(measured).rows.find(([name]) => name === 'all')
  expect(all?.slice(3)).toEqual(['54.55 %', (0.7 - 6 / 11).toFixed(4)])
  const { rows } = listedTable({ text: '', count: 4, seed: 1 }, measured.slice(6), [10, 40])
  expect(rows.at(-1)).toEqual([
    'together',
    'as written',
    ...['100.00 %', '100.00 %', '0.00 %', '0.00 %', '0.00 %', '0.00 %'],
  ])
  expect([isRight('unknown', 'listed'), isRight('right', 'listed'), isRight('confident', 'outside')]).toEqual(
    [false, true, false],
  )
})

test('a session reads Caesar and no Vigenère', () => {
  const decipherer = createDecipherer({ model: createBigramModel(), cipher: 'caesar' })
  const measured = measureAll(decipherer)
  const rightOf = (name: string) => measured.find(({ family }) => family.name === name)?.outcomes[1]
  expect(rightOf('caesar')).toEqual(Array(4).fill('right'))
  expect(rightOf('Vigenère, period 5 to 12')).not.toContain('right')
})
