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
