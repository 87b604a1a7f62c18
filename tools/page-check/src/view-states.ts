import { atTheEdge, pasteAnywhere } from './gestures.ts'
import type { PageState } from './page-state.ts'
import { BOAT_7 } from './texts.ts'

/** Views, dialogs, and other ways to read. */
export const viewStates: readonly PageState[] = [
  {
    name: 'share',
    reach: (page) => page.getByRole('button', { name: 'Share' }).click(),
    says: 'The link holds the ciphertext',
  },
  {
    name: 'settings',
    reach: (page) => page.getByRole('button', { name: 'Settings' }).click(),
    says: 'Where it is read',
  },
  {
    name: 'examples',
    reach: (page) => page.getByRole('button', { name: 'Examples' }).click(),
    says: 'In groups of five',
  },
  {
    name: 'table',
    reach: (page) => page.getByRole('button', { name: 'Show as a table' }).click(),
    says: 'leading key',
  },
  { name: 'encipher', visit: { path: '/#encipher' }, reach: async () => {}, says: 'Watch it being read' },
  { name: 'lesson', visit: { path: '/#lesson' }, reach: async () => {}, says: 'belief after' },
  {
    name: 'at the edge',
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
    reach: async () => {},
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
]
