import { createSubstitution } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../../decipherer.ts'
import { createSubstitutionSearch } from '../../inferences/substitution.ts'
import { finalText } from '../../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts } from '../../testing/index.ts'
import { MOST_BITS } from './constants.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const counts = await createSampleCounts(plaintext.repeat(3))
const model = createBigramModel(plaintext.repeat(3))
const search = createSubstitutionSearch({ words: counts, letters: counts, width: 300 })
const substitution = createSubstitution()
const [one, other] = ['zebras', 'qwertyuiop'].map((key) => substitution.parseKey(key))

describe('another key', () => {
  const first = substitution.encrypt(plaintext.repeat(2), one)
  const ciphertext = first + substitution.encrypt(plaintext.repeat(2), other)
  const decipherer = createDecipherer({ model, cipher: search })
  const events = allEvents(decipherer, ciphertext.split(''))

  test('is found from where it begins, and the text before it stays as it was read', () => {
    const read = finalText(events)
    expect(read.slice(0, first.length)).toBe(plaintext.repeat(2))
    // Some letters were final before they were known to be wrong.
    expect(read.slice(first.length + 20)).toBe(plaintext.repeat(2).slice(20))
  })

  test('is found by a session that moves, the same', () => {
    let session = decipherer.createSession()
    const moving = ciphertext.split('').flatMap((unit, at) => {
      const told = session.push(unit)
      if (at > 200 && at < 250) session = decipherer.createSession(session.snapshot())
      return told
    })
    expect([...moving, ...session.flush()]).toEqual(events)
  })

  test('is not sought where keys do not change', () => {
    const steady = createDecipherer({ model, cipher: search, keyChange: { rate: 0 } })
    expect(finalText(allEvents(steady, [ciphertext])).slice(first.length + 20)).not.toBe(
      plaintext.repeat(2).slice(20),
    )
  })
})

test('the old key goes on after text that it does not read', () => {
  const [middle, decipherer] = ['qxzjvkqwzzqjxkvqzjwxqkzvjq ', createDecipherer({ model, cipher: search })]
  const whole = substitution.encrypt(plaintext.repeat(2) + middle + plaintext.repeat(2), one)
  const read = finalText(allEvents(decipherer, [whole]))
  expect(read.slice(-plaintext.length)).toBe(plaintext)
})

test('a snapshot of two full searches takes at most 40 KB, the text that waits with it', () => {
  const full = createSubstitutionSearch({ words: counts, letters: counts })
  const session = createDecipherer({ model, cipher: full }).createSession()
  session.push(substitution.encrypt(plaintext, one))
  let most = 0
  for (const words of substitution.encrypt(plaintext.slice(0, 60), other).match(/.{1,5}/g) ?? []) {
    session.push(words)
    most = Math.max(most, session.snapshot().length)
  }
  session.free()
  // As much as a snapshot spends on partial keys: the second search has had to drop some.
  expect(most).toBeGreaterThan(MOST_BITS / 8)
  expect(most).toBeLessThanOrEqual(40 * 1024)
})
