import { createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents } from '../testing/index.ts'
import { leavingGaps } from './leaving-gaps.ts'

test('groups stay as they stand where their key repeats', () => {
  const vigenere = createVigenere()
  const known = leavingGaps(createDecipherer({ cipher: vigenere, key: 'SNOW' }))
  const text = 'THERI VERCO\nMESDO WN'
  const events = allEvents(known, [vigenere.encrypt(text, { key: 'SNOW' })])
  expect(finalText(events)).toBe(text)
  expect(events.at(-1)).toMatchObject({ type: 'done', start: text.length, letters: 17 })
})
