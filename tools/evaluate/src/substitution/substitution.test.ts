import { createRandom } from '@runnel/core'
import { createSubstitution } from '@runnel/core/ciphers'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { englishWords } from '@runnel/models/english-words'
import { expect, test } from 'vitest'
import { drawStream } from '../live/streams.ts'
import { added, calibrationOf, follow, noStanding } from './follow.ts'
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
