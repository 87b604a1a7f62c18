import { atTheEdge, dropFile, pasteAnywhere } from './gestures.ts'
import type { PageState } from './page-state.ts'
import type { VisitOptions } from './site.ts'
import { BOAT_7, scattered } from './texts.ts'

const refuse =
  (glob: RegExp, body: object, status: number): NonNullable<VisitOptions['before']> =>
  (context) =>
    context.route(glob, (route) =>
      route.request().method() === (status === 429 ? 'GET' : 'POST')
        ? route.fulfill({
            status,
            json: body,
            contentType: 'application/problem+json',
            headers: { 'Retry-After': '20' },
          })
        : route.continue(),
    )

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
      await pasteAnywhere(page, scattered(14_000))
      await page.getByRole('button', { name: 'Share' }).click()
    },
    says: 'too long for a link',
  },
  {
    name: 'rate limited',
    visit: {
      before: refuse(
        /\/v1\/models/,
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
        /\/v1\/sessions(\?|$)/,
        { title: 'Gone', status: 404, code: 'session_gone', detail: 'gone' },
        404,
      ),
    },
    reach: atTheEdge,
    says: 'The session at the edge has ended.',
  },
  {
    name: 'connection lost',
    visit: {
      before: (context) => context.routeWebSocket(/\/socket/, (socket) => socket.close({ code: 1011 })),
    },
    reach: async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await atTheEdge(page)
    },
    says: /Connection lost.*nothing is lost/,
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
