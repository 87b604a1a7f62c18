import { createCaesar, createRandom } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../../decipherer.ts'
import { finalText } from '../../pipelines/streams.ts'
import { allEvents, countSteps, createBigramModel } from '../../testing/index.ts'

const model = createBigramModel()
const caesar = createCaesar()
const before = 'the river comes down from the hills in spring and carries the snow with it. there is a '
const after = 'man who keeps it and he says that the stream was here before the village and the bridge'
const ciphertext = caesar.encrypt(before, { shift: 3 }) + caesar.encrypt(after, { shift: 14 })

describe('a key that changes midway', () => {
  const events = allEvents(createDecipherer({ model, cipher: 'caesar' }), ciphertext.split(''))

  test('is found within a few letters', () => {
    const found = events.find((event) => event.type === 'key' && Object.values(event.key)[0] === 14)
    expect((found?.start ?? 0) - before.length).toBeGreaterThanOrEqual(0)
    expect((found?.start ?? 0) - before.length).toBeLessThan(8)
    expect(events.at(-1)).toMatchObject({ type: 'done', key: { shift: 14 } })
  })

  test('text since the change is revised while it waits, so that all of it comes out right', () => {
    expect(finalText(events)).toBe(before + after)
    const wrong = events.some(
      (event) =>
        event.type === 'interim' &&
        !(before + after).startsWith(event.text, event.start) &&
        event.start + event.text.length > before.length,
    )
    expect(wrong).toBe(true)
  })
})

test('where no change is expected none is found', () => {
  const decipherer = createDecipherer({ model, cipher: 'caesar', keyChange: { rate: 0 } })
  const events = allEvents(decipherer, [ciphertext])
  // Without another key, the text after the change is read by the first one until it is plain that none explains it.
  const told = events.flatMap((event) =>
    event.type === 'key' ? [event.cipher, ...Object.values(event.key)] : [],
  )
  expect(told).not.toContain(14)
  expect(events.at(-1)).toMatchObject({ type: 'done', cipher: 'unknown', key: {} })
  const byFirst = before + caesar.decrypt(caesar.encrypt(after, { shift: 14 }), { shift: 3 })
  const common = Array.from(finalText(events)).findIndex((unit, at) => unit !== byFirst[at])
  expect(common).toBeGreaterThan(before.length)
  expect(finalText(events).slice(common)).toBe(ciphertext.slice(common))
})

test('many changes leave the size of a snapshot alone', () => {
  const decipherer = createDecipherer({ model, cipher: 'caesar', keyChange: { rate: 0.01 } })
  const session = decipherer.createSession()
  let largest = 0
  for (let turn = 0; turn < 40; turn++) {
    session.push(caesar.encrypt(after.slice(0, 40), { shift: turn % 26 }))
    largest = Math.max(largest, session.snapshot().length)
  }
  expect(largest).toBeLessThan(500 + 16 * 129 + 2 * (26 + 9) * (120 + 4 * (31 + 31)))
})

test('text that no key explains is seldom searched for one, and the first that a key explains is found', () => {
  const { model: counted, steps } = countSteps(model)
  const random = createRandom(3)
  const noise = String.fromCharCode(...Array.from({ length: 1000 }, () => 97 + random.integer(26)))
  const session = createDecipherer({ model: counted, cipher: 'caesar' }).createSession()
  session.push(noise)
  expect(steps() / noise.length).toBeLessThan(25)
  session.push(caesar.encrypt(after.repeat(4), { shift: 14 }))
  expect(session.flush().at(-1)).toMatchObject({ type: 'done', key: { shift: 14 } })
})
