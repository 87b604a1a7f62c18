import { alphabets } from '@runnel/core/alphabets'
import { createBase64, createHex, encodeText } from '@runnel/core/encodings'
import type { Page } from 'playwright'
import { chooseCipher, chooseLanguage, pasteAnywhere } from './gestures.ts'
import type { PageState } from './page-state.ts'
import { BOAT_7, enciphered, HARBOUR } from './texts.ts'

const SUBSTITUTED = enciphered(HARBOUR, 'substitution', 'zebras')

/** Letters of a text in columns. */
const COLUMNS = enciphered(
  HARBOUR.replace(/[^a-z]/gi, '')
    .toLowerCase()
    .slice(0, 120),
  'columnar',
  'ZEBRAS',
)

const UKRAINIAN =
  'Ранок був холодний, і човен усе не приходив. Ніхто на березі не міг сказати, коли його чекати.'

/** Weighs all keys again. */
const leave = (page: Page): Promise<void> => chooseCipher(page, 'auto')

/** Keys that are searched, and encodings around a cipher. */
export const keyStates: readonly PageState[] = [
  {
    name: 'key that repeats',
    reach: async (page) => {
      await chooseCipher(page, 'vigenere')
      await pasteAnywhere(page, enciphered(HARBOUR, 'vigenere', 'LEMON'))
      await page.getByRole('heading', { level: 1, name: 'Vigenère, LEMON.' }).waitFor()
    },
    says: 'The key begins anew after 5 letters:',
    leave,
  },
  {
    name: 'substitution',
    reach: async (page) => {
      await chooseCipher(page, 'substitution')
      await pasteAnywhere(page, SUBSTITUTED)
      await page.getByText(`${SUBSTITUTED.length} letters settled`).waitFor()
    },
    says: /^Substitution\.$/,
    leave,
  },
  {
    name: 'encodings around it',
    reach: (page) => pasteAnywhere(page, encodeText(createBase64(), encodeText(createHex(), BOAT_7))),
    says: 'Base64, then hex, then Caesar, shift 7.',
  },
  {
    name: 'heading above it',
    reach: (page) =>
      pasteAnywhere(page, `From: harbour\nSubject: a boat\n\n${encodeText(createBase64(), BOAT_7)}`),
    says: 'from 32: shift 7',
  },
  {
    name: 'every key, and none of a cipher',
    reach: async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await page.evaluate(() => document.getElementById('tab-keys')?.click())
      await page.getByRole('button', { name: 'Show every key' }).click()
      await page.getByRole('button', { name: 'Set the key myself' }).click()
      await page.getByRole('textbox', { name: /^Key/ }).fill('3.5')
      await page.getByRole('button', { name: 'Read with it' }).click()
    },
    says: /That is no key of Caesar/,
  },
  {
    name: 'key set by hand',
    reach: async (page) => {
      await page.getByRole('textbox', { name: /^Key/ }).fill('7')
      await page.getByRole('button', { name: 'Read with it' }).click()
    },
    says: 'Set by hand: nothing is weighed.',
    leave: (page) => page.evaluate(() => document.getElementById('tab-letter')?.click()),
  },
  {
    name: 'found at a second look',
    reach: async (page) => {
      await pasteAnywhere(page, COLUMNS)
      await page.getByRole('button', { name: 'Look once more' }).click()
      await page.locator('.settled', { hasText: 'themorningwascold' }).waitFor()
    },
    says: 'found at a second look',
  },
  {
    name: 'other letters',
    reach: (page) => pasteAnywhere(page, 'שלום עולם'),
    says: 'It is not written in Latin letters.',
  },
  {
    name: 'keys over other letters',
    reach: async (page) => {
      await pasteAnywhere(page, enciphered(UKRAINIAN, 'caesar', '7', alphabets.uk.letters))
      await page.locator('.settled', { hasText: 'Ранок був холодний' }).waitFor()
    },
    says: 'Caesar, shift 7.',
    leave: (page) => chooseLanguage(page, 'en'),
  },
]
