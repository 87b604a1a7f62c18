import { expect, test } from 'vitest'
import { ProtocolError } from '../errors.ts'
import { final, start } from '../testing/started-session.ts'

/** Frames that are none of the service's. */
const frames: [string, unknown][] = [
  ['no JSON', '<h1>502</h1>'],
  ['nothing', ''],
  ['bytes', new Uint8Array([123, 125]).buffer],
  ['null', 'null'],
  ['a number', '3'],
  ['a text', '"final"'],
  ['an array', '[]'],
  ['an object without a type', '{}'],
  ['a type that is no text', '{"type":{}}'],
  ['an event without its members', '{"type":"final"}'],
  ['an event whose text is none', '{"type":"final","id":"e-1","start":0,"text":3}'],
  ['an event that begins nowhere', '{"type":"interim","start":-1,"text":"x"}'],
  ['a key that is none', '{"type":"key","id":"e-1","start":0,"cipher":"caesar","key":null,"probability":1}'],
  ['an acknowledgement without a number', '{"type":"accepted"}'],
  ['an acknowledgement of half a chunk', '{"type":"accepted","next":0.5}'],
  ['a mark without its name', '{"type":"mark"}'],
  ['an error without its code', '{"type":"error","detail":"x"}'],
]

test.each(frames)('%s breaks the connection, which is made again', async (_, data) => {
  const { platform, next } = start()
  platform.socket.open()
  platform.socket.say(final(1))
  platform.socket.sayRaw(data)
  expect([platform.socket.closed, platform.waits]).toEqual([true, [250]])
  await platform.pass(250)
  expect(platform.socket.url.searchParams.get('lastEventId')).toBe('e-1')
  platform.socket.open()
  platform.socket.say(final(2))
  expect([(await next()).value, (await next()).value]).toEqual([final(1), final(2)])
})

test('who reads and writes is told, once that comes again and again', async () => {
  const { platform, session, next } = start({ retry: { attempts: 2 } })
  await session.push('x')
  const stored = session.stored().catch((reason: unknown) => reason)
  for (let i = 0; i < 3; i++) {
    platform.socket.open()
    platform.socket.sayRaw(`<h1>${'x'.repeat(1000)}</h1>`)
    await platform.pass(10_000)
  }
  const error = await next().catch((reason: unknown) => reason)
  expect(ProtocolError.isInstance(error) && error).toMatchObject({ code: 'protocol_error' })
  expect((error as ProtocolError).received).toBe(`<h1>${'x'.repeat(96)}`)
  expect(await stored).toBe(error)
})

test('messages and members of a later version are passed over', async () => {
  const { platform, next } = start()
  platform.socket.open()
  platform.socket.sayRaw('{"type":"advice","text":3}')
  platform.socket.sayRaw('{"type":"toString"}')
  platform.socket.say({ ...final(1), language: 'en' })
  expect((await next()).value).toEqual({ ...final(1), language: 'en' })
  expect(platform.socket.closed).toBe(false)
})
