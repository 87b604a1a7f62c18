import { expect, test } from 'vitest'
import { done, final, start } from '../testing/started-session.ts'
import { EventOrder } from './event-order.ts'
import type { SessionEvent } from './session-event.ts'

const key = (offset: number): SessionEvent => ({
  type: 'key',
  id: `e-${offset}`,
  start: 0,
  cipher: 'caesar',
  key: { shift: 3 },
  probability: 1,
})

test('what has come is known, whatever comes between', () => {
  const order = new EventOrder(undefined)
  const events = [key(1), final(1), final(2), done(3)].map((event, i) => ({ ...event, id: `e-${i + 1}` }))
  for (const [i, event] of events.entries()) {
    expect(order.take(event as SessionEvent)).toBe('next')
    for (const earlier of events.slice(0, i + 1)) expect(order.take(earlier as SessionEvent)).toBe('known')
  }
})

test('the key that comes before the text so far has the id of what came before it', () => {
  const order = new EventOrder(undefined)
  expect([key(0), final(9)].map((event) => order.take({ ...event, start: 0 } as SessionEvent))).toEqual([
    'next',
    'next',
  ])
  const later = new EventOrder('e-4')
  expect([key(4), key(4), final(9)].map((event) => later.take(event))).toEqual(['next', 'known', 'next'])
})

test('text before an event that has not come is missing', () => {
  const order = new EventOrder(undefined)
  expect([final(1), final(3), final(2), done(4)].map((event) => order.take(event))).toEqual([
    'next',
    'missing',
    'next',
    'missing',
  ])
})

test('so it is before the first event, but not where a session was gone on with', () => {
  expect(new EventOrder(undefined).take(final(2))).toBe('missing')
  expect(new EventOrder('e-1').take(final(5))).toBe('next')
  const order = new EventOrder(undefined)
  expect([{ type: 'gap', id: 'e-7' } as const, final(9)].map((event) => order.take(event))).toEqual([
    'next',
    'next',
  ])
})

test('events that come twice are told once', async () => {
  const { platform, next } = start()
  platform.socket.open()
  for (const event of [final(1), final(1), final(2), final(1), done(3)]) platform.socket.say(event)
  const types = []
  for (let step = await next(); !step.done; step = await next()) types.push(step.value)
  expect(types).toEqual([final(1), final(2), done(3)])
})

test('where text is missing, the connection is made again, after the last event that came in order', async () => {
  const { platform, next } = start()
  platform.socket.open()
  platform.socket.say(final(1))
  platform.socket.say(final(3))
  expect(platform.socket.closed).toBe(true)
  await platform.pass(250)
  expect(platform.socket.url.searchParams.get('lastEventId')).toBe('e-1')
  platform.socket.open()
  for (const offset of [2, 3]) platform.socket.say(final(offset))
  expect([await next(), await next(), await next()].map(({ value }) => value)).toEqual(
    [1, 2, 3].map((i) => final(i)),
  )
})

test('who misses text again and again is told so', async () => {
  const { platform, next } = start({ retry: { attempts: 2, first: 1 } })
  platform.socket.open()
  platform.socket.say(final(1))
  for (let i = 0; i < 4; i++) {
    platform.socket.open()
    platform.socket.say(final(3))
    await platform.pass(10)
  }
  await next()
  await expect(next()).rejects.toMatchObject({ code: 'connection_lost' })
})
