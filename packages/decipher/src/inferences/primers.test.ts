import { findCipher } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import type { DecipherEvent, DoneEvent, KeyEvent } from '../session/events.ts'
import { createBigramModel, createSampleCounts } from '../testing/index.ts'
import { keyFinders } from './cipher-named.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const counts = await createSampleCounts(plaintext.repeat(3))
const decipherer = createDecipherer({
  model: createBigramModel(plaintext.repeat(3)),
  counts,
  cipher: keyFinders['ciphertext-autokey'](),
})
const ciphertext = findCipher('ciphertext-autokey').encrypt(plaintext, { key: 'QZJXW' })

const finalOf = (events: readonly DecipherEvent[]): string =>
  events.map((event) => (event.type === 'final' ? event.text : '')).join('')

test('text behind the primer of a ciphertext autokey is final while it arrives, though no letter tells the primer', () => {
  const session = decipherer.createSession()
  const events = Array.from(ciphertext).flatMap((unit) => session.push(unit))
  const final = finalOf(events)
  expect(final.length).toBeGreaterThan(80)
  expect(final.slice(6)).toBe(plaintext.slice(6, final.length))
  const told = [...events, ...session.flush()].filter(
    (event): event is KeyEvent | DoneEvent =>
      (event.type === 'key' || event.type === 'done') && event.cipher === 'ciphertext-autokey',
  )
  expect(told.at(-1)?.type).toBe('done')
  for (const { probability } of told) expect(probability).toBeLessThan(0.5)
})

test('a session that goes on from a snapshot tells the same of such a key', () => {
  const whole = decipherer.createSession()
  whole.push(ciphertext.slice(0, 80))
  const moved = decipherer.createSession(whole.snapshot())
  expect(moved.push(ciphertext.slice(80))).toEqual(whole.push(ciphertext.slice(80)))
  expect(moved.flush()).toEqual(whole.flush())
})
