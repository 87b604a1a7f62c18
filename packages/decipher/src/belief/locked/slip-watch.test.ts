import { createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { sharedCosts } from '../columns/costs.ts'
import { foldedIds } from '../hypothesis/folded-ids.ts'
import type { Turns } from './key-in-use.ts'
import { SlipWatch } from './slip-watch.ts'

const plaintext = 'theriverandthemenonthewatersawtheboatcomedowntothevillagewheretheotherswaited'
const counts = await createSampleCounts(
  'the river and the men on the water saw the boat come down to the village where the others waited '.repeat(
    4,
  ),
)
const costs = sharedCosts(counts)
const idOf = foldedIds(counts.tokenizer)
const key = 'QXJZKVW'
const ciphertext = createVigenere().encrypt(plaintext, { key })

const turnsOf = (): Turns => {
  const idAt = (unit: number, place: number): number =>
    idOf(97 + ((unit - 97 + 26 - (key.charCodeAt(place) - 65)) % 26))
  return {
    period: key.length,
    place: 0,
    idAt,
    idsOf: (unit) => Uint8Array.from(key, (_, place) => idAt(unit, place)),
  }
}

/** Letters from a place on until a slip is found there. */
const delayOf = (text: string, at: number): number => {
  const turns = turnsOf()
  const watch = new SlipWatch(turns, costs)
  for (let i = 0; i < text.length; i++) {
    if (watch.read(text.charCodeAt(i), true)) return i + 1 - at
    turns.place = (turns.place + 1) % key.length
  }
  return text.length - at
}

const meanDelay = (more: (at: number) => string, skipped: number): number => {
  const places = Array.from({ length: 30 }, (_, i) => 20 + i)
  const delays = places.map((at) =>
    delayOf(ciphertext.slice(0, at) + more(at) + ciphertext.slice(at + skipped), at),
  )
  return delays.reduce((sum, delay) => sum + delay, 0) / delays.length
}

test('a letter that is doubled is left out by the turn back, and found little later than one that is lost', () => {
  const doubled = meanDelay((at) => ciphertext[at] + ciphertext[at], 1)
  const lost = meanDelay(() => '', 1)
  // It comes a letter later; the three that follow once had it for a neighbour, and took 2.4 letters longer.
  expect(doubled - lost).toBeLessThan(2.1)
})
