import { createRandom } from '@runnel/core'
import { mobyDick } from '@runnel/corpus'
import { createDecipherer } from '@runnel/decipher'
import { expect, test } from 'vitest'
import { openModel } from '../open-model.ts'
import { drawMessage, forms, inGroups } from './forms.ts'
import { shareRight } from './share-right.ts'

const form = (name: string) => {
  const found = forms.find((form) => form.name === name)
  if (!found) throw new Error(name)
  return found
}

test.each([
  ['groups of 1', 'T H E C A T S A T O N'],
  ['groups of 8', 'THECATSA TON'],
  ['groups of 3, a line each', 'THE\nCAT\nSAT\nON'],
  ['groups of 5, hyphens', 'THECA-TSATO-N'],
  ['the first group cut by 4', 'T HECAT SATON'],
])('%s: %s', (name, grouped) => {
  expect(inGroups('The cat, sat on', form(name))).toBe(grouped)
})

test('lines of five groups', () => {
  expect(inGroups('a'.repeat(30), form('groups of 5, lines of five'))).toBe(
    'AAAAA AAAAA AAAAA AAAAA AAAAA\nAAAAA',
  )
})

test('a message: what stands before the groups is in plain text', () => {
  const { plaintext, ciphertext } = drawMessage('one two three four '.repeat(200), createRandom(1), {
    form: { ...form('groups of 5'), head: 'Read: ' },
    letters: 7,
    ciphers: ['atbash'],
  })
  expect(plaintext).toMatch(/^Read: [A-Z]{5} [A-Z]{2}$/)
  expect(ciphertext).toMatch(/^Read: [A-Z]{5} [A-Z]{2}$/)
  expect(ciphertext).not.toBe(plaintext)
})

// Before groups of other lengths were read, 12 to 96 % of these came out right; after plain text none of those may be.
test.each(forms.filter(({ head }) => head.length < 4))(
  '$name: 29 of 30 messages come out right',
  async (form) => {
    const decipherer = createDecipherer({ model: await openModel('english'), cipher: 'caesar' })
    const messages = { text: mobyDick.read(), count: 30, seed: 3, form, letters: 40, ciphers: ['caesar'] }
    expect(shareRight(decipherer, messages)).toBeGreaterThanOrEqual(29 / 30)
  },
)
