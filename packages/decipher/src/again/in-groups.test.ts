import { createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { keyFinders } from '../inferences/cipher-named.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts } from '../testing/index.ts'
import { inGroups } from './in-groups.ts'
import { lookingAgain } from './looking-again.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea '
const means = {
  model: createBigramModel(plaintext.repeat(3)),
  counts: await createSampleCounts(plaintext.repeat(3)),
}
const decipherer = createDecipherer({ ...means, cipher: keyFinders.vigenere() })
// The counts know so few words that the groups would be read as they are.
const unread = createDecipherer({ model: means.model })
const letters = plaintext.replaceAll(' ', '')
const groups = letters.replace(/.{5}/g, '$& ').trim()

test.each([
  ['of five', groups],
  ['of five, parted by hyphens', groups.replaceAll(' ', '-')],
  ['of one letter', letters.replace(/.(?=.)/g, '$& ')],
  ['of five, with a sign at the end', `${groups}.`],
])('text in groups %s is read as if it had none by the cipher that is named, and keeps them', (_, text) => {
  const ciphertext = createVigenere().encrypt(text, { key: 'QXJZ' })
  const events = allEvents(lookingAgain(inGroups(decipherer))(unread), [ciphertext])
  expect(finalText(events)).toBe(text)
  expect(events.at(-1)).toMatchObject({ cipher: 'vigenere', key: { key: 'QXJZ' } })
})

test('letters that are known stand where they do with the groups', () => {
  const cipher = keyFinders.vigenere({ known: { 0: 't', 6: 'v', 12: 'm', 18: 'w' } })
  const known = createDecipherer({ ...means, cipher })
  const ciphertext = createVigenere().encrypt(groups, { key: 'QXJZ' })
  expect(finalText(allEvents(lookingAgain(inGroups(known))(unread), [ciphertext]))).toBe(groups)
})

test('text in words is read once', () => {
  expect(Array.from(inGroups(decipherer).others(plaintext))).toEqual([])
  expect(Array.from(inGroups(decipherer).others(groups))).toHaveLength(1)
})
