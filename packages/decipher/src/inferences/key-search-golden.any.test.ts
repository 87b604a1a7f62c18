import { createCaesar } from '@runnel/core'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { crc32 } from '../saving/crc32.ts'
import { createBigramModel, createRecallingModel } from '../testing/index.ts'

const caesar = createCaesar()
const ciphertext =
  caesar.encrypt('The river comes down from the hills in spring, and carries the snow. ', { shift: 3 }) +
  caesar.encrypt('There is a mill at the bend where the water is quick. It was here before. ', { shift: 14 })

const engine = await loadDefaultEngine()
const models = {
  bigrams: createBigramModel(undefined, engine),
  recalling: createRecallingModel(engine, { kind: 'language' }),
}

// Checksums of what Node gave: every weight and state of the search is in the snapshot, to the last bit.
describe('the same bits in Node, workerd and Chromium', () => {
  test.each([
    ['bigrams', 'caesar', 3676572966, 3297417517],
    ['bigrams', 'auto', 2984768719, 1825356346],
    ['recalling', 'caesar', 2813514493, 1968430364],
  ] as const)('%s, %s', (name, cipher, events, snapshots) => {
    const session = createDecipherer({ model: models[name], cipher }).createSession()
    const told = Array.from(ciphertext, (unit) => [session.push(unit), crc32(session.snapshot())] as const)
    const sum = (value: unknown) => crc32(new TextEncoder().encode(JSON.stringify(value)))
    expect([sum(told.map(([event]) => event)), sum(told.map(([, snapshot]) => snapshot))]).toEqual([
      events,
      snapshots,
    ])
  })
})
