import { expect, test } from 'vitest'
import { createClient } from '../create-client.ts'
import { ConnectionLostError, RunnelServiceError } from '../errors.ts'
import type { ClientOptions } from '../options.ts'
import { FakePlatform, settled } from '../testing/fake-platform.ts'

/** A client of a service that answers as the test says, the time that passes for it, and what it was asked. */
const clientOf = (...answers: (() => Response | Promise<Response>)[]) => {
  const platform = new FakePlatform()
  const asked: Request[] = []
  const fetch: ClientOptions['fetch'] = async (request) => {
    request.signal.throwIfAborted()
    asked.push(request)
    return (answers.length > 1 ? answers.shift() : answers[0])?.() as Response
  }
  const { WebSocket } = platform
  const client = createClient({ url: 'http://service', fetch, WebSocket, timers: platform, random: () => 1 })
  return { platform, asked, client }
}

const opened = () => Response.json({ id: 's', token: 't', expires: '2026-01-01T00:00:00.000Z' })
const problem = (status: number, code: string, headers: HeadersInit = {}) =>
  Response.json({ code, detail: '' }, { status, headers })
const never = () => new Promise<Response>(() => {})
const keysOf = (asked: Request[]) => asked.map(({ headers }) => headers.get('idempotency-key'))
const reasonOf = (asked: Promise<unknown>) => asked.catch((reason: unknown) => reason)

test('it takes as many tries as are needed, and all carry one key', async () => {
  const { platform, asked, client } = clientOf(
    () => Promise.reject(new TypeError('no network')),
    () => new Response('<h1>', { status: 502 }),
    () => new Response('<h1>'),
    () => problem(429, 'rate_limited', { 'retry-after': '60' }),
    opened,
  )
  const session = client.openSession({ cipher: 'caesar' })
  for (const wait of [250, 500, 1000, 60_000]) {
    await settled()
    expect(platform.waits).toContain(wait)
    await platform.pass(wait)
  }
  expect((await session).position()).toMatchObject({ id: 's', token: 't', next: 0 })
  expect(asked.map(({ url }) => new URL(url).search)).toEqual(asked.map(() => '?cipher=caesar'))
  const [key, ...others] = keysOf(asked)
  expect(key).toMatch(/^[\w-]{16,64}$/)
  expect(others).toEqual(Array.from({ length: 4 }, () => key))
})

test('another session has another key', async () => {
  const { asked, client } = clientOf(opened)
  await Promise.all([client.openSession(), client.openSession()])
  expect(new Set(keysOf(asked)).size).toBe(2)
})

test.each([
  [400, 'invalid_option'],
  [401, 'api_key_refused'],
  [503, 'sessions_not_configured'],
])('%i %s is told at once', async (status, code) => {
  const { asked, client } = clientOf(() => problem(status, code))
  const error = await reasonOf(client.openSession())
  expect(RunnelServiceError.isInstance(error) && error).toMatchObject({ status, code })
  expect(asked.length).toBe(1)
})

test('a try that is not answered is given up for another', async () => {
  const { platform, asked, client } = clientOf(never, opened)
  const session = client.openSession({ retry: { timeout: 5000 } })
  await platform.pass(5000)
  expect(asked[0]?.signal.aborted).toBe(true)
  await platform.pass(250)
  expect((await session).id).toBe('s')
})

test('there is an end to it, in tries', async () => {
  const { platform, asked, client } = clientOf(() => Promise.reject(new TypeError('no network')))
  const error = reasonOf(client.openSession({ retry: { attempts: 2 } }))
  await settled()
  await platform.pass(250)
  await platform.pass(500)
  expect(ConnectionLostError.isInstance(await error)).toBe(true)
  expect(await error).toMatchObject({ attempts: 3, cause: { message: 'no network' } })
  expect(asked.length).toBe(3)
})

test('and in time', async () => {
  const { platform, asked, client } = clientOf(never)
  const error = reasonOf(client.openSession({ retry: { timeout: 40_000, deadline: 100_000 } }))
  for (let i = 0; i < 100; i++) await platform.pass(1000)
  expect(ConnectionLostError.isInstance(await error)).toBe(true)
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true, true])
  expect(platform.waits).toEqual([])
})

test.each([
  ['while the service is asked', never],
  ['while another try is waited for', () => Promise.reject(new TypeError('no network'))],
])('a signal ends it at once, %s', async (_, answer) => {
  const { platform, asked, client } = clientOf(answer)
  const controller = new AbortController()
  const error = reasonOf(client.openSession({ signal: controller.signal }))
  await settled()
  controller.abort(new Error('enough'))
  expect(await error).toMatchObject({ message: 'enough' })
  await platform.pass(1_000_000)
  expect([asked.length, platform.waits]).toEqual([1, []])
})

test('a signal that was given before asks nothing', async () => {
  const { asked, client } = clientOf(opened)
  const error = await reasonOf(client.openSession({ signal: AbortSignal.abort(new Error('enough')) }))
  expect(error).toMatchObject({ message: 'enough' })
  expect(asked).toEqual([])
})

test('one that comes with the answer ends it too', async () => {
  const controller = new AbortController()
  const { platform, client } = clientOf(() => {
    queueMicrotask(() => controller.abort(new Error('enough')))
    return opened()
  })
  expect(await reasonOf(client.openSession({ signal: controller.signal }))).toMatchObject({
    message: 'enough',
  })
  expect(platform.sockets).toEqual([])
})

test('a session that a signal has ended can still be cancelled', async () => {
  const controller = new AbortController()
  const { asked, client } = clientOf(opened, () => new Response(null, { status: 204 }))
  const session = await client.openSession({ signal: controller.signal })
  controller.abort(new Error('enough'))
  await session.cancel()
  expect(asked.map(({ method }) => method)).toEqual(['POST', 'DELETE'])
})
