import type { Page } from 'playwright'
import { atTheEdge, pasteAnywhere } from './gestures.ts'
import type { PageState } from './page-state.ts'
import { BOAT_7, CHANGED } from './texts.ts'
import { waitingVersion } from './waiting-version.ts'

/** Closes a dialog. */
const leave = (page: Page): Promise<void> => page.keyboard.press('Escape')

/** Goes back to what is deciphered. */
const back = (page: Page): Promise<void> => page.getByRole('link', { name: 'Decipher', exact: true }).click()

/** Views, dialogs, and other ways to read. */
export const viewStates: readonly PageState[] = [
  {
    name: 'share',
    reach: async (page) => {
      await pasteAnywhere(page, CHANGED)
      await page.getByRole('button', { name: 'Share' }).click()
    },
    says: 'The link holds the ciphertext',
    leave,
  },
  {
    name: 'settings',
    reach: (page) => page.getByRole('button', { name: 'Settings' }).click(),
    says: 'Where it is read',
    leave,
  },
  {
    name: 'examples',
    reach: (page) => page.getByRole('button', { name: 'Examples' }).click(),
    says: 'In groups of five',
    leave,
  },
  {
    name: 'a whole chapter',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Examples' }).click()
      await page.getByRole('button', { name: /A whole chapter/ }).click()
      await page.getByText(/^[\d,]{5,} letters settled$/).waitFor()
    },
    says: 'Affine, a 5, b 8.',
  },
  {
    name: 'table',
    reach: (page) => page.getByRole('button', { name: 'Show as a table' }).click(),
    says: 'leading key',
    leave,
  },
  {
    name: 'encipher',
    reach: async (page) => {
      await page.getByRole('link', { name: 'Encipher' }).click()
      await page.getByRole('button', { name: 'Change the key midway' }).click()
    },
    says: 'Watch it being read',
    leave: back,
  },
  {
    name: 'lesson',
    reach: async (page) => {
      await pasteAnywhere(page, CHANGED)
      await page.getByRole('link', { name: 'Lesson' }).click()
    },
    says: 'belief after',
  },
  {
    name: 'lesson, a bet',
    reach: (page) => page.getByRole('button', { name: 'Which key would you bet on?' }).click(),
    says: 'Show all numbers',
    leave: back,
  },
  {
    name: 'at the edge',
    visit: {},
    reach: async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await atTheEdge(page)
      await page.locator('.settled', { hasText: 'had not come.' }).waitFor()
    },
    says: 'At the edge',
  },
  {
    name: 'embedded',
    visit: { path: '/embed.html' },
    // There is no lesson that a button could lead to.
    reach: (page) => page.getByRole('button', { name: 'Why?' }).waitFor({ state: 'detached' }),
    says: 'The key changed at letter 50.',
  },
  {
    name: 'for a class',
    visit: {
      path: '/#c=HcnbDcIwDAXQVe4AVXfgizlsFcU0cRK1fgSmR-L8nsdosPj49I5DvjjjrhvEK2g0vEMIQyo8CGdY2_EUl7zQjBOGKTXRi_ILSgvKuaC9lpUbrCQmK4H1n5NL7j8&at=1&hide=1',
    },
    reach: async () => {},
    says: 'Show it',
  },
  {
    name: 'forced colours',
    visit: { forcedColors: 'active' },
    reach: (page) => pasteAnywhere(page, CHANGED),
    says: 'The key changed',
  },
  {
    name: 'new version ready',
    visit: { before: (context) => context.addInitScript(waitingVersion) },
    reach: async () => {},
    says: 'A new version is ready.',
  },
]
