import { createCaesar } from '@runnel/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SessionEndedError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import { createBigramModel, createFixedShiftModel } from '../testing/index.ts'

const model = createBigramModel()
const live = (options: object = {}) => createDecipherer({ model, cipher: 'caesar', ...options })
const ciphertext = createCaesar().encrypt('The morning was cold, and the boat had not come.', { shift: 7 })

test('what waits becomes final as it was last shown, and the stream goes on', () => {
  const session = live().createSession()
  const shown = session.push(ciphertext.slice(0, 2))
  expect(shown.at(-1)).toMatchObject({ type: 'interim', start: 0, text: 'Th' })
  expect(session.settle()).toEqual([{ type: 'final', start: 0, text: 'Th' }])
  expect(session.settle()).toEqual([])
  const events = [...session.push(ciphertext.slice(2)), ...session.flush()]
  expect(finalText(events)).toBe('e morning was cold, and the boat had not come.')
})

test('half a pair stays held back', () => {
  const session = live().createSession()
  session.push('\ud83d')
  expect(session.settle()).toEqual([])
  expect(finalText([...session.push('\ude00'), ...session.flush()])).toBe('😀')
})

test('nothing to settle where letters are final at once, and nothing after the end', () => {
  for (const decipherer of [
    createDecipherer({ cipher: 'caesar', key: '7' }),
    createDecipherer({ model: createFixedShiftModel(7) }),
    live(),
  ]) {
    const session = decipherer.createSession()
    expect(session.settle()).toEqual([])
    session.flush()
    expect(() => session.settle()).toThrow(SessionEndedError)
  }
})

test.each(['every', 'adaptive', 'off'] as const)(
  'watch %s: settled anywhere, and moved to another place, finals stay whole',
  (watch) => {
    const decipherer = live({ watch })
    const text = ciphertext.repeat(5)
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
        const events: DecipherEvent[] = []
        let session = decipherer.createSession()
        let from = 0
        for (const at of [...cuts, text.length].sort((a, b) => a - b)) {
          events.push(...session.push(text.slice(from, at)), ...session.settle())
          from = at
          expect(finalText(events).length).toBe(at)
          session = decipherer.createSession(session.snapshot())
        }
        let end = 0
        for (const event of events) {
          if (event.type !== 'final') continue
          expect(event.start).toBe(end)
          end += event.text.length
        }
      }),
      { numRuns: 30 },
    )
  },
)
