import { createBase64, createHex, encodeText } from '@runnel/core/encodings'
import type { Page } from 'playwright'
import { chooseCipher, pasteAnywhere } from './gestures.ts'
import type { PageState } from './page-state.ts'
import { BOAT_7, enciphered, HARBOUR } from './texts.ts'

const SUBSTITUTED = enciphered(HARBOUR, 'substitution', 'zebras')

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
]
