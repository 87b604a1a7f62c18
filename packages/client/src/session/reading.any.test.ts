import { expect, test } from 'vitest'
import { final, start } from '../testing/started-session.ts'

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

test('events that are no longer kept are a gap, after which the session is read on', async () => {
  const { platform, next } = start({}, { lastEventId: 'e-1' })
  platform.socket.open()
  platform.socket.say({ type: 'error', code: 'events_gone', detail: '', oldest: 'e-7' })
  platform.socket.drop(4010, 'events_gone')
  await platform.pass(250)
  expect(platform.socket.url.searchParams.get('lastEventId')).toBe('e-7')
  platform.socket.open()
  platform.socket.say(final(8))
  expect([(await next()).value, (await next()).value]).toEqual([{ type: 'gap', id: 'e-7' }, final(8)])
})

test('where nothing can be gone on from, that is the end', async () => {
  const { platform, next } = start({}, { lastEventId: 'e-1' })
  platform.socket.open()
  platform.socket.say({ type: 'error', code: 'events_gone', detail: '' })
  expect(await next().catch((reason: unknown) => reason)).toMatchObject({ code: 'events_gone' })
})

test('a position within a gap is behind it', async () => {
  const { platform, session, next } = start({}, { lastEventId: 'e-1' })
  platform.socket.open()
  platform.socket.say({ type: 'error', code: 'events_gone', detail: '', oldest: 'e-7' })
  expect(session.position().lastEventId).toBe('e-1')
  await next()
  expect(session.position().lastEventId).toBe('e-7')
})

test('a reader that comes again has the same name, and no other has it', async () => {
  const { platform } = start()
  const [first] = [platform.socket]
  first.drop()
  await platform.pass(250)
  const name = first.url.searchParams.get('reader')
  expect(name).toMatch(/^[\w-]{16,64}$/)
  expect(platform.socket.url.searchParams.get('reader')).toBe(name)
  expect(start().platform.socket.url.searchParams.get('reader')).not.toBe(name)
})

test('what has come before it is gone is no gap', async () => {
  const { platform, next } = start()
  platform.socket.open()
  for (const offset of [1, 2]) platform.socket.say(final(offset))
  platform.socket.say({ type: 'error', code: 'events_gone', detail: '', oldest: 'e-2' })
  platform.socket.drop(4010, 'events_gone')
  await platform.pass(250)
  expect(platform.socket.url.searchParams.get('lastEventId')).toBe('e-2')
  platform.socket.open()
  platform.socket.say(final(3))
  expect([await next(), await next(), await next()].map(({ value }) => value)).toEqual(
    [1, 2, 3].map((i) => final(i)),
  )
})
