import type { Page } from 'playwright'
import { dropFile, pasteAnywhere } from './gestures.ts'
import type { PageState } from './page-state.ts'
import { BOAT_7, scattered } from './texts.ts'

/** Pastes into a page whose net has not come: its script may not have either, and hears nothing before. */
const pasteOnceDrawn = async (page: Page): Promise<void> => {
  await page.locator('#ciphertext').waitFor()
  await pasteAnywhere(page, BOAT_7)
}

/** States in which something is out of the ordinary. */
export const troubleStates: readonly PageState[] = [
  {
    name: 'contradiction',
    reach: async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await page.evaluate(() => document.getElementById('tab-alphabet')?.click())
      await page.locator('[data-cipher=h]').fill('o')
      await page.locator('[data-cipher=e]').fill('o')
    },
    says: 'No key reads',
    leave: (page) => page.evaluate(() => document.getElementById('tab-letter')?.click()),
  },
  {
    name: 'no letters',
    reach: (page) => page.locator('#ciphertext').fill('12 34 56'),
    says: 'There are no letters in it.',
  },
  {
    name: 'file too large',
    reach: (page) => dropFile(page, 'whale.txt', 5 * 1024 * 1024 + 1),
    says: 'larger than 5 MB',
    leave: (page) => page.getByRole('button', { name: 'Put away' }).click(),
  },
  {
    name: 'file not text',
    reach: (page) => dropFile(page, 'boat.png', [137, 80, 78, 71, 0, 1]),
    says: 'is not a text',
    leave: async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await page.getByText('is not a text').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'model did not arrive',
    visit: { isReady: false, before: (context) => context.route('**/*.runnel', (route) => route.abort()) },
    reach: pasteOnceDrawn,
    says: 'The model did not arrive. Your text is kept.',
  },
  {
    name: 'model on its way',
    visit: { isReady: false, before: (context) => context.route('**/*.runnel', () => {}) },
    reach: pasteOnceDrawn,
    says: 'The net is on its way. Your text is here.',
  },
  {
    name: 'model damaged',
    visit: {
      isReady: false,
      before: (context) => context.route('**/*.runnel', (route) => route.fulfill({ body: 'no model' })),
    },
    reach: pasteOnceDrawn,
    says: 'The model arrived damaged. Your text is kept.',
  },
  {
    name: 'no fast WebAssembly',
    visit: {
      before: (context) =>
        context.route('**/assets/engine/*', async (route) => {
          const answer = await route.fetch()
          const headers = {
            ...answer.headers(),
            'content-security-policy': "default-src 'none'; script-src 'self'",
          }
          await route.fulfill({ response: answer, headers })
        }),
    },
    reach: async () => {},
    says: 'No fast WebAssembly here',
  },
  {
    name: 'offline',
    reach: (page) => page.context().setOffline(true),
    says: 'Offline. Everything works but',
    leave: (page) => page.context().setOffline(false),
  },
  {
    name: 'link damaged',
    visit: { path: '/#c=HcnbDcIwDAXQ' },
    reach: async () => {},
    says: 'The link is damaged',
  },
  {
    name: 'too long for a link',
    reach: async (page) => {
      await pasteAnywhere(page, scattered(14_000))
      await page.getByRole('button', { name: 'Share' }).click()
    },
    says: 'too long for a link',
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'settled too early',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Examples' }).click()
      await page.getByRole('button', { name: /Wrong at first/ }).click()
    },
    says: /was settled as/,
  },
]
