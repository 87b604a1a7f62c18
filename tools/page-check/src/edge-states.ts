import { atTheEdge, pasteAnywhere } from './gestures.ts'
import type { PageState } from './page-state.ts'
import type { VisitOptions } from './site.ts'
import { BOAT_7 } from './texts.ts'

const IN_VAIN = /all tries were in vain/

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

/** Trouble with the service, while a text is read at the edge. */
export const edgeStates: readonly PageState[] = [
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
    name: 'model changed',
    visit: {
      before: refuse(
        /\/v1\/sessions(\?|$)/,
        { title: 'Changed', status: 409, code: 'model_changed', detail: 'another model' },
        409,
      ),
    },
    reach: atTheEdge,
    says: 'The edge has another model by now.',
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
    name: 'connection given up',
    visit: {
      before: async (context) => {
        await context.clock.install()
        await context.routeWebSocket(/\/socket/, (socket) => socket.close({ code: 1011 }))
      },
    },
    reach: async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await atTheEdge(page)
      // Twenty tries, each after a longer wait than the one before.
      for (let tries = 0; tries < 60 && !(await page.getByText(IN_VAIN).isVisible()); tries++) {
        await page.clock.fastForward(60_000)
        await page.evaluate(() => new Promise(requestAnimationFrame))
      }
      await page.getByRole('heading', { level: 1, name: 'not read yet' }).waitFor()
    },
    says: IN_VAIN,
  },
]
