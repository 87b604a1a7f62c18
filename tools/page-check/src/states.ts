import type { Page } from 'playwright'
import type { VisitOptions } from './site.ts'
import { BOAT_7, CHANGED, GERMAN, long, NOISE } from './texts.ts'

/** A state of the page: how it is reached, and what then stands there. */
export interface PageState {
  readonly name: string
  readonly visit?: VisitOptions
  reach(page: Page): Promise<unknown>
  /** Words that are on the page then. */
  readonly says: string | RegExp
}

const field = (page: Page) => page.locator('#ciphertext')

/** Pastes a text where no field has the focus. */
export const pasteAnywhere = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

/** Drops a file on the page. */
export const dropFile = (page: Page, name: string, bytes: readonly number[] | number): Promise<void> =>
  page.evaluate(
    ({ name, bytes }) => {
      const dataTransfer = new DataTransfer()
      const content = typeof bytes === 'number' ? new Uint8Array(bytes).fill(97) : Uint8Array.from(bytes)
      dataTransfer.items.add(new File([content], name))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    { name, bytes },
  )

const refuse =
  (glob: string, body: object, status: number): NonNullable<VisitOptions['before']> =>
  (context) =>
    context.route(glob, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status,
            json: body,
            contentType: 'application/problem+json',
            headers: { 'Retry-After': '20' },
          })
        : route.continue(),
    )

const atTheEdge = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: /At the edge/ }).check()
  await page.keyboard.press('Escape')
}

/** Every state of the page that has a face of its own. */
export const states: readonly PageState[] = [
  { name: 'nothing yet', reach: (page) => field(page).fill(''), says: 'Paste, type or drop ciphertext.' },
  {
    name: 'example playing',
    visit: { reducedMotion: 'no-preference' },
    reach: (page) => page.getByRole('button', { name: 'Pause' }).waitFor(),
    says: 'Nobody told it the cipher or the key.',
  },
  { name: 'example finished', reach: async () => {}, says: 'The key changed at letter 50.' },
  {
    name: 'too early to say',
    reach: async (page) => {
      await field(page).fill('')
      await field(page).pressSequentially('Ao')
    },
    says: 'Two letters are not enough.',
  },
  { name: 'sure', reach: (page) => pasteAnywhere(page, BOAT_7), says: 'Caesar, shift 7.' },
  {
    name: 'key no longer fits',
    reach: async (page) => {
      await pasteAnywhere(page, CHANGED)
      await page.getByRole('slider', { name: 'Position' }).fill('54')
    },
    says: 'stopped making sense',
  },
  {
    name: 'key changed',
    reach: (page) => pasteAnywhere(page, CHANGED),
    says: 'The key changed at letter 50.',
  },
  { name: 'nothing fits', reach: (page) => pasteAnywhere(page, NOISE), says: /None of the \d+ keys/ },
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
    name: 'contradiction',
    reach: async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await page.evaluate(() => document.getElementById('tab-alphabet')?.click())
      await page.locator('[data-cipher=h]').fill('o')
      await page.locator('[data-cipher=e]').fill('o')
    },
    says: 'No key reads',
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
      await page.getByRole('slider', { name: 'Position' }).fill('20')
    },
    says: '20 of 112',
  },
  { name: 'no letters', reach: (page) => field(page).fill('12 34 56'), says: 'There are no letters in it.' },
  {
    name: 'file too large',
    reach: (page) => dropFile(page, 'whale.txt', 5 * 1024 * 1024 + 1),
    says: 'larger than 5 MB',
  },
  {
    name: 'file not text',
    reach: (page) => dropFile(page, 'boat.png', [137, 80, 78, 71, 0, 1]),
    says: 'is not a text',
  },
  {
    name: 'model did not arrive',
    visit: { isReady: false, before: (context) => context.route('**/*.runnel', (route) => route.abort()) },
    reach: (page) => pasteAnywhere(page, BOAT_7),
    says: 'The model did not arrive. Your text is kept.',
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
      const letters = Array.from({ length: 9000 }, (_, at) =>
        String.fromCharCode(97 + ((at * at * 7919 + at * 104729) % 25)),
      )
      await pasteAnywhere(page, letters.join(''))
      await page.getByRole('button', { name: 'Share' }).click()
    },
    says: 'too long for a link',
  },
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
    says: 'Read at the edge',
  },
  {
    name: 'rate limited',
    visit: {
      before: refuse(
        '**/v1/sessions',
        { title: 'Too many', status: 429, code: 'rate_limited', detail: 'wait' },
        429,
      ),
    },
    reach: atTheEdge,
    says: 'The edge is asked too often.',
  },
  {
    name: 'session gone',
    visit: {
      before: refuse(
        '**/v1/sessions',
        { title: 'Gone', status: 404, code: 'session_gone', detail: 'gone' },
        404,
      ),
    },
    reach: atTheEdge,
    says: 'The session at the edge has ended.',
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
