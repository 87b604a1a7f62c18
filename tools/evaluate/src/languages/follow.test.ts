import { createDecipherer, loadCounts } from '@runnel/decipher'
import { amongLanguages } from '@runnel/decipher/languages'
import { findLanguage } from '@runnel/models/languages'
import { expect, test } from 'vitest'
import { meaningOf } from '../live/streams.ts'
import { addedUp, follow, noFigures, shareOf } from './follow.ts'

const choose = async (code: string) => ({ code, counts: await loadCounts(await findLanguage(code).counts()) })
const decipherer = createDecipherer({
  cipher: amongLanguages(await Promise.all(['en', 'de'].map(choose)), 'auto'),
})
const plaintext =
  'Er hatte gesehen, wie das Wasser stieg und wieder fiel, und er wusste nicht, was nun geschehen sollte.'

test('a stream counts where its key is right, and its language is told', () => {
  const keys = Array.from(plaintext, () => meaningOf('plain', {}))
  const own = { plaintext, ciphertext: plaintext, keys, changes: [] }
  const right = follow(decipherer, own, { code: 'de' })
  expect(right).toMatchObject({ streams: 1, misnamed: 0, alarms: 0 })
  expect([right.keys[40], right.named[40]]).toEqual([1, 1])
  const wrong = follow(decipherer, own, { code: 'en' })
  expect([wrong.named[40], wrong.misnamed]).toEqual([0, 1])
  const both = addedUp(addedUp(noFigures(), right), wrong)
  expect(shareOf(both.named[40], both)).toBe(0.5)
})
