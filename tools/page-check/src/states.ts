import { edgeStates } from './edge-states.ts'
import { pasteAnywhere } from './gestures.ts'
import { keyStates } from './key-states.ts'
import type { PageState } from './page-state.ts'
import { BOAT_7, CHANGED, GERMAN, long, NOISE } from './texts.ts'
import { troubleStates } from './trouble-states.ts'
import { viewStates } from './view-states.ts'

/** Every state of the page that has a face of its own. */
export const states: readonly PageState[] = [
  // First: the page opens so.
  { name: 'example finished', reach: async () => {}, says: 'The key changed at letter 50.' },
  {
    name: 'nothing yet',
    reach: (page) => page.locator('#ciphertext').fill(''),
    says: 'Paste, type or drop ciphertext.',
  },
  {
    name: 'example playing',
    visit: { reducedMotion: 'no-preference' },
    reach: (page) => page.getByRole('button', { name: 'Pause' }).waitFor(),
    says: 'Nobody told it the cipher or the key.',
  },
  {
    name: 'too early to say',
    reach: async (page) => {
      await page.locator('#ciphertext').fill('')
      await page.locator('#ciphertext').pressSequentially('Ao')
    },
    says: 'Two letters are not enough.',
  },
  { name: 'sure', reach: (page) => pasteAnywhere(page, BOAT_7), says: 'Caesar, shift 7.' },
  {
    name: 'key no longer fits',
    reach: async (page) => {
      await pasteAnywhere(page, CHANGED)
      await page.getByText('112 letters settled').waitFor()
      await page.getByRole('slider', { name: 'Position' }).fill('54')
    },
    says: 'stopped making sense',
  },
  {
    name: 'key changed',
    reach: (page) => pasteAnywhere(page, CHANGED),
    says: 'The key changed at letter 50.',
  },
  {
    name: 'nothing fits',
    reach: (page) => pasteAnywhere(page, NOISE),
    says: 'None of the 313 listed keys turns this into English, nor does any that was sought.',
  },
  { name: 'unusual text', reach: (page) => pasteAnywhere(page, GERMAN), says: 'does not read like English' },
  {
    name: 'locked',
    reach: async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await page.evaluate(() => document.getElementById('tab-alphabet')?.click())
      await page.locator('[data-cipher=h]').fill('a')
    },
    says: /keys are left/,
  },
  {
    name: 'nothing fits of what is left',
    reach: async (page) => {
      await pasteAnywhere(page, NOISE)
      await page.evaluate(() => document.getElementById('tab-alphabet')?.click())
      await page.locator('[data-cipher=q]').fill('e')
    },
    says: /^None of the 12 keys that are left turns this into English/,
    leave: (page) => page.evaluate(() => document.getElementById('tab-letter')?.click()),
  },
  {
    name: 'stopped',
    reach: async (page) => {
      await pasteAnywhere(page, long(400_000))
      await page.getByRole('button', { name: 'Stop' }).click()
    },
    says: /Stopped: [\d,]+ of 400,000 letters read/,
  },
  {
    name: 'paused, looking back',
    reach: async (page) => {
      await pasteAnywhere(page, CHANGED)
      await page.getByText('112 letters settled').waitFor()
      await page.getByRole('slider', { name: 'Position' }).fill('20')
    },
    says: '20 of 112',
  },
  ...keyStates,
  ...troubleStates,
  ...edgeStates,
  ...viewStates,
]
