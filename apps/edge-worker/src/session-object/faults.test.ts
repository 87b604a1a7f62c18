import { runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { openSession, request, stubOf } from '../testing/sessions.ts'

let log: MockInstance<typeof console.log>
let errors: MockInstance<typeof console.error>
beforeEach(() => {
  log = vi.spyOn(console, 'log').mockImplementation(() => {})
  errors = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => void vi.restoreAllMocks())

/** The faults that the object logged. */
const faults = (): { id?: string; level: string; fault: string }[] =>
  log.mock.calls.map(([line]) => JSON.parse(String(line))).filter(({ fault }) => fault !== undefined)

/** A session, and the means to make its events unreadable, and its record unstorable once. */
const openSpoilt = async () => {
  const session = await openSession('cipher=caesar&key=3')
  return {
    session,
    spoil: async () =>
      runInDurableObject(await stubOf(session), (_, { storage }) => {
        storage.sql.exec('DROP TABLE events')
        vi.spyOn(storage.kv, 'put').mockImplementationOnce(() => {
          throw new Error('no such table: events')
        })
      }),
  }
}

test('a fault at a message of a socket is logged with the id of the request that opened it', async () => {
  const { session, spoil } = await openSpoilt()
  const { webSocket } = await request(`/v1/sessions/${session.id}/socket?token=${session.token}`, {
    headers: { upgrade: 'websocket', 'x-request-id': 'of-the-socket' },
  })
  const closed = new Promise<number>((resolve) =>
    webSocket?.addEventListener('close', ({ code }) => resolve(code)),
  )
  webSocket?.accept()
  await spoil()
  webSocket?.send('{"type":"chunk","seq":0,"text":"gdwd"}')
  expect(await closed).toBe(1012)
  expect(faults()).toMatchObject([
    { level: 'error', id: 'of-the-socket', fault: expect.stringContaining('no such table: events') },
  ])
  expect(errors).not.toHaveBeenCalled()
})

test('a fault in an event stream is logged with the id of its request', async () => {
  const { session, spoil } = await openSpoilt()
  await spoil()
  const { body } = await request(`/v1/sessions/${session.id}/events`, {
    headers: { authorization: `Bearer ${session.token}`, 'x-request-id': 'of-the-stream' },
  })
  await expect(new Response(body).text()).rejects.toThrow()
  expect(faults()).toMatchObject([{ id: 'of-the-stream', fault: expect.stringContaining('no such table') }])
})
