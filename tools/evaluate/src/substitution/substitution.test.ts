import { createRandom } from '@runnel/core'
import { createSubstitution } from '@runnel/core/ciphers'
import { createDecipherer, type DecipherEvent, type Decipherer, loadCounts } from '@runnel/decipher'
import { englishWords } from '@runnel/models/english-words'
import { expect, test } from 'vitest'
import { drawStream } from '../live/streams.ts'
import { added, calibrationOf, DOUBTS, follow, noStanding, TIMES } from './follow.ts'
import { createScorer } from './scorer.ts'
import { anneal } from './solvers.ts'

const substitution = createSubstitution()
const TEXT = 'the boat came down the river in the morning with bread and letters for the man at the mill '

test('with the key nothing is wrong, with another one some is; all of it is final and held certain', () => {
  const stream = drawStream(TEXT.repeat(40), createRandom(1), { letters: 40, ciphers: ['substitution'] })
  const key = {
    alphabet: substitution.encrypt('abcdefghijklmnopqrstuvwxyz', substitution.parseKey('zebras')),
  }
  const own = { ...stream, ciphertext: substitution.encrypt(stream.plaintext, key) }
  const [ten, forty] = follow(createDecipherer({ cipher: substitution, key }), own, [10, 40])
  expect([ten.letters, ten.wrong, forty.letters, forty.wrong]).toEqual([10, 0, 40, 0])
  expect([forty.finals, forty.finalsWrong, calibrationOf(forty)]).toEqual([40, 0, 0])
  const [wrong] = follow(createDecipherer({ cipher: substitution, key: 'enigma' }), own, [40])
  expect(wrong.finalsWrong).toBe(wrong.wrong)
  expect(calibrationOf(wrong)).toBeCloseTo(wrong.wrong / 40, 12)
  expect(added([forty, wrong]).letters).toBe(80)
  expect(added([]).letters).toBe(noStanding().letters)
})

test('letters that wait are counted by how often they have come, and how doubtful they are', () => {
  const told: DecipherEvent[] = [
    { type: 'final', start: 0, text: 'a' },
    { type: 'interim', start: 1, text: ' xabb', confidence: [1, 0.5, 0.995, 0.9995, 0.875] },
  ]
  const session = { push: (unit: string) => (unit === '!' ? told : []), free: () => {} }
  const decipherer = { createSession: () => session } as unknown as Decipherer
  const stream = { plaintext: 'a babb', ciphertext: 'c!dcdd', keys: [], changes: [] }
  const [{ waiting }] = follow(decipherer, stream, [5])
  const at = (times: number, doubt: number) =>
    waiting[TIMES.indexOf(times) * DOUBTS.length + DOUBTS.indexOf(doubt)]
  expect(at(2, 0.1)).toEqual({ letters: 2, doubt: expect.closeTo(0.625), wrong: 1 })
  expect(at(2, 0.001)).toEqual({ letters: 1, doubt: expect.closeTo(0.005), wrong: 0 })
  expect(at(2, 0)).toEqual({ letters: 1, doubt: expect.closeTo(0.0005), wrong: 0 })
  expect(waiting.reduce((sum, { letters }) => sum + letters, 0)).toBe(4)
})

test('annealing finds the key of a long text, by the bits of its scorer', async () => {
  const scorer = createScorer(await loadCounts(englishWords))
  const symbols = Uint8Array.from(TEXT.repeat(4), (unit) => (unit === ' ' ? 26 : unit.charCodeAt(0) - 97))
  const turned = symbols.map((symbol) => (symbol === 26 ? 26 : 25 - symbol))
  const truth = Uint8Array.from({ length: 26 }, (_, letter) => 25 - letter)
  const key = anneal(20_000)(turned, scorer, createRandom(2))
  expect(scorer.bits(turned, key)).toBeLessThanOrEqual(scorer.bits(turned, truth) + 1)
  expect(scorer.bits(turned, truth)).toBeCloseTo(
    scorer.bits(
      symbols,
      Uint8Array.from({ length: 26 }, (_, i) => i),
    ),
    6,
  )
})
