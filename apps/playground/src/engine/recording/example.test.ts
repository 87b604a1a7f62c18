import { expect, test } from 'vitest'
import { FIRST_EXAMPLE } from '../../ui/state/examples.ts'
import { openReader } from '../testing/open-reader.ts'
import { recordText } from '../testing/record-text.ts'
import example from './example.recording.json' with { type: 'json' }
import { momentOf, type Recording } from './recording.ts'

const recorded = example as Recording

test('the recording is a live run of the engine: else `npm run record` records it anew', async () => {
  expect(JSON.parse(JSON.stringify(await recordText(await openReader(), FIRST_EXAMPLE.text)))).toEqual(
    recorded,
  )
})

test('it tells each letter, as the engine would', async () => {
  const { text, plaintext, moments, ending } = recorded
  expect(text).toBe(FIRST_EXAMPLE.text)
  expect(moments.length).toBe(text.length)
  expect(plaintext.slice(0, 48)).toBe('The morning was cold, and the boat had not come.')
  expect(ending.ending).toMatchObject({ cipher: 'caesar', key: { shift: 19 } })
  const third = momentOf(recorded, 2)
  expect(third.waiting.text + plaintext.slice(0, third.settled)).toBe('The')
  expect(third.candidates?.[0]).toMatchObject({ cipher: 'caesar', key: { shift: 7 }, text: 'The' })
  expect(third.column.weights[0]).toBeGreaterThan(0.9)
})
