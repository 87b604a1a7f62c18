import { type ClientRequest, request } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type SharedService, sharedService } from './shared-service.ts'

/** Readers that a session may have at a time. */
const READERS = 16

let service: SharedService
beforeAll(async () => {
  service = await sharedService()
}, 60_000)
afterAll(() => service.stop())

/** Opens an event stream; gives its status, and what its connection is cut with. */
const openEvents = (path: string): Promise<{ status: number | undefined; sent: ClientRequest }> =>
  new Promise((resolve) => {
    const sent = request(`${service.url}${path}`, (answer) => {
      answer.on('error', () => {}).resume()
      resolve({ status: answer.statusCode, sent })
    })
    sent.on('error', () => {}).end()
  })

test('event streams whose connections were cut give their places to those who come', async () => {
  const begun = await fetch(`${service.url}/v1/sessions?model=caesar-3`, { method: 'POST' })
  const { id, token } = (await begun.json()) as { id: string; token: string }
  const path = `/v1/sessions/${id}/events?token=${token}`
  const cut = await Promise.all(Array.from({ length: READERS }, () => openEvents(path)))
  expect(cut.map(({ status }) => status)).toEqual(cut.map(() => 200))
  expect((await openEvents(path)).status).toBe(429)
  for (const { sent } of cut) sent.destroy()
  // Far less than the service waits between two comments.
  await vi.waitFor(async () => expect((await openEvents(path)).status).toBe(200), 3000)
})
