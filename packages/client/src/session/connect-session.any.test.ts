import { expect, test } from 'vitest'
import { ConnectionLostError, RunnelServiceError, SessionClosedError } from '../errors.ts'
import type { Send } from '../http.ts'
import { FakePlatform, settled } from '../testing/fake-platform.ts'
import type { SessionOptions, SessionPosition } from './client-session.ts'
import { connectSession } from './connect-session.ts'

const start = (
  options: SessionOptions = {},
  position: Partial<SessionPosition> = { next: 0 },
  send: Send = async () => Response.json({}),
) => {
  const platform = new FakePlatform()
  const session = connectSession(
    { url: 'http://service', send, WebSocket: platform.WebSocket, timers: platform, random: () => 1 },
    { id: 's', token: 't', ...position },
    options,
  )
  return { platform, session, next: () => session.events[Symbol.asyncIterator]().next() }
}

const final = (offset: number, text = 'x') => ({ type: 'final', id: `e-${offset}`, start: offset - 1, text })

test('connects with its token, and sends what was pushed before', async () => {
  const { platform, session } = start()
  void session.push('ab')
  platform.socket.open()
  expect(platform.socket.url.href).toBe('ws://service/v1/sessions/s/socket?token=t')
  expect(platform.socket.sent).toEqual([{ type: 'chunk', seq: 0, text: 'ab' }])
})

test('after a drop it waits, goes on after the last event that came, and sends again what was not stored', async () => {
  const { platform, session, next } = start()
  for (const text of ['a', 'b', 'c']) void session.push(text)
  platform.socket.open()
  platform.socket.say({ type: 'accepted', next: 1 })
  platform.socket.say(final(1))
  platform.socket.drop()
  expect(platform.waits).toEqual([250])
  await platform.pass(250)
  expect(platform.sockets.length).toBe(2)
  // Dropped once more before anything came.
  platform.socket.drop()
  expect(platform.waits).toEqual([500])
  await platform.pass(500)
  expect(platform.socket.url.searchParams.get('lastEventId')).toBe('e-1')
  platform.socket.open()
  expect(platform.socket.seqs).toEqual([1, 2])
  platform.socket.say(final(2))
  expect([await next(), await next()].map(({ value }) => value)).toEqual([final(1), final(2)])
})

test('what a dropped connection still says is not heard', async () => {
  const { platform, session, next } = start()
  const [first] = [platform.socket]
  first.open()
  first.drop()
  first.say(final(1))
  await platform.pass(250)
  platform.socket.open()
  platform.socket.say(final(1))
  platform.socket.say({ type: 'done', id: 'e-2', start: 1 })
  expect([(await next()).value?.type, (await next()).value?.type, (await next()).done]).toEqual([
    'final',
    'done',
    true,
  ])
  await expect(session.push('x')).rejects.toBeInstanceOf(SessionClosedError)
})

test('goes back to the chunk that the service expects', async () => {
  const { platform, session } = start({}, { next: 5 })
  for (const text of ['a', 'b', 'c']) void session.push(text)
  platform.socket.open()
  platform.socket.say({ type: 'accepted', next: 6 })
  platform.socket.say({ type: 'error', code: 'sequence_gap', detail: '', expected: 6 })
  platform.socket.say({ type: 'error', code: 'sequence_gap', detail: '', expected: 6 })
  expect(platform.socket.seqs).toEqual([5, 6, 7, 6, 7])
})

test.each([
  ['a gap that cannot be filled', { code: 'sequence_gap', expected: 3 }],
  ['a token that is not valid', { code: 'unauthorised' }],
  ['a session that has expired', { code: 'session_expired' }],
])('%s ends it with what the service says', async (_, frame) => {
  const { platform, session, next } = start({}, { next: 5 })
  platform.socket.open()
  platform.socket.say(final(1))
  const stored = session.push('x').then(() => session.stored())
  platform.socket.say({ type: 'error', detail: 'because', ...frame })
  expect((await next()).value).toEqual(final(1))
  const error = await next().catch((reason: unknown) => reason)
  expect(RunnelServiceError.isInstance(error) && error).toMatchObject({
    code: frame.code,
    detail: 'because',
    status: 0,
  })
  await expect(stored).rejects.toBe(error)
  expect(platform.socket.closed).toBe(true)
  expect(platform.waits).toEqual([])
})

test('it is given up after as many tries as are allowed', async () => {
  const { platform, next } = start({ retry: { attempts: 2 } })
  for (let i = 0; i < 3; i++) {
    platform.socket.open()
    platform.socket.drop()
    await platform.pass(10_000)
  }
  expect(platform.sockets.length).toBe(3)
  const error = await next().catch((reason: unknown) => reason)
  expect(ConnectionLostError.isInstance(error) && error.attempts).toBe(2)
  expect(RunnelServiceError.isInstance(error)).toBe(false)
})

test('a connection that is silent is asked, then given up', async () => {
  const { platform } = start()
  platform.socket.open()
  await platform.pass(20_000)
  expect(platform.socket.sent).toEqual([{ type: 'keepalive' }])
  platform.socket.say({ type: 'keepalive' })
  await platform.pass(20_000)
  expect(platform.sockets.length).toBe(1)
  await platform.pass(20_000)
  expect([platform.socket.closed, platform.waits]).toEqual([true, [250]])
})

test('events are acknowledged once they have been read, 32 at a time', async () => {
  const { platform, next } = start()
  platform.socket.open()
  for (let offset = 1; offset <= 40; offset++) platform.socket.say(final(offset))
  for (let i = 0; i < 33; i++) await next()
  expect(platform.socket.sent).toEqual([{ type: 'ack', id: 'e-32' }])
})

test('who only reads acknowledges nothing and pushes nothing', async () => {
  const { platform, session, next } = start({}, { lastEventId: 'e-1' })
  expect(platform.socket.url.searchParams.get('lastEventId')).toBe('e-1')
  platform.socket.open()
  for (let offset = 2; offset <= 40; offset++) platform.socket.say(final(offset))
  for (let i = 0; i < 39; i++) await next()
  expect(platform.socket.sent).toEqual([])
  await expect(session.push('x')).rejects.toThrow('read only')
  expect(session.position()).toEqual({ id: 's', token: 't', lastEventId: 'e-40' })
})

test('marks go back when they have been read up to, over the connection they came by', async () => {
  const { platform, next } = start()
  const first = platform.socket
  first.open()
  first.say(final(1))
  first.say({ type: 'mark', mark: 'm1' })
  first.say(final(2))
  first.say({ type: 'mark', mark: 'm2' })
  await next()
  expect(first.sent).toEqual([{ type: 'mark', mark: 'm1' }])
  first.drop()
  await platform.pass(250)
  platform.socket.open()
  await next()
  expect([...first.sent, ...platform.socket.sent]).toEqual([{ type: 'mark', mark: 'm1' }])
})

test('the end is stored when all is done, though nobody said so', async () => {
  const { platform, session } = start()
  platform.socket.open()
  const end = session.end()
  platform.socket.drop()
  await platform.pass(250)
  platform.socket.open()
  platform.socket.drop(1000, 'done')
  await end
})

test('push waits while more than the capacity is not stored', async () => {
  const { platform, session } = start({ capacity: 4 })
  platform.socket.open()
  await session.push('abc')
  let stored = false
  const push = session.push('de').then(() => {
    stored = true
  })
  await settled()
  expect(stored).toBe(false)
  platform.socket.say({ type: 'accepted', next: 1 })
  await push
})

test('bytes may be cut within a character, and the position counts what is stored', async () => {
  const { platform, session } = start()
  platform.socket.open()
  const [a, b, c] = new TextEncoder().encode('€')
  for (const byte of [a, b, c]) void session.push(Uint8Array.of(byte as number).buffer)
  await expect(session.push(42 as unknown as string)).rejects.toThrow(TypeError)
  expect(platform.socket.sent).toEqual([{ type: 'chunk', seq: 0, text: '€' }])
  expect(session.position().next).toBe(0)
  platform.socket.say({ type: 'accepted', next: 1 })
  expect(session.position().next).toBe(1)
})

test('aborting ends everything with the reason', async () => {
  const controller = new AbortController()
  const { platform, session, next } = start({ signal: controller.signal })
  platform.socket.open()
  const reading = next()
  controller.abort(new Error('enough'))
  await expect(reading).rejects.toThrow('enough')
  await expect(session.push('x')).rejects.toThrow('enough')
  expect(platform.socket.closed).toBe(true)
})

test('cancelling asks again until the service has answered, and a session that is gone is cancelled', async () => {
  const answers = [
    () => Promise.reject(new TypeError('no network')),
    () => Promise.reject(new RunnelServiceError(503, 'interrupted', '')),
    () => Promise.reject(new RunnelServiceError(404, 'session_gone', '')),
  ]
  const asked: (string | undefined)[] = []
  const { platform, session, next } = start({}, { next: 0 }, async ({ method, path }) => {
    asked.push(`${method} ${path}`)
    return (answers.shift() as () => Promise<never>)()
  })
  platform.socket.open()
  const cancelled = session.cancel()
  await settled()
  await platform.pass(250)
  await platform.pass(500)
  await cancelled
  expect(asked).toEqual(Array.from({ length: 3 }, () => 'DELETE /v1/sessions/s'))
  expect((await next()).done).toBe(true)
})
