import { expect, test } from 'vitest'
import { ConnectionLostError, RunnelServiceError, SessionClosedError } from '../errors.ts'
import { done, final, start } from '../testing/started-session.ts'

test('connects with its token, and sends what was pushed before', async () => {
  const { platform, session } = start()
  void session.push('ab')
  platform.socket.open()
  expect(platform.socket.url.href).toMatch(/^ws:\/\/service\/v1\/sessions\/s\/socket\?token=t&reader=\w+$/)
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
  platform.socket.say(done(2))
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
  ['another writer', { code: 'chunk_conflict', expected: 6 }],
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

test.each([
  'interrupted',
  'overloaded',
  'work_limited',
  'slow_reader',
  'too_many_readers',
  'reader_replaced',
])('%s passes: the connection is made again', async (code) => {
  const { platform, next } = start()
  platform.socket.open()
  platform.socket.say({ type: 'error', code, detail: '' })
  platform.socket.drop(4000, code)
  await platform.pass(250)
  platform.socket.open()
  platform.socket.say(final(1))
  expect((await next()).value).toEqual(final(1))
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
