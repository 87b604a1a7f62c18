import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { ask, type OpenSession, openSession, sendChunk, stubOf } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'
import { limits } from './limits.ts'

const names = Array.from({ length: limits.readers }, (_, i) => `reader-${i}`)

/** Opens an event stream and leaves it unread, as one whose connection is dead would be. */
const openDead = (session: OpenSession, reader: string): Promise<Response> =>
  ask(session, `/events?reader=${reader}`, { method: 'GET' })

test('readers that come again take their own places', async () => {
  const session = await openSession('model=caesar-3')
  const dead = await Promise.all(names.map((name) => openDead(session, name)))
  expect(dead.map(({ status }) => status)).toEqual(dead.map(() => 200))
  // Kept: what nobody holds is collected, and has left then.
  const again: Response[] = []
  for (const name of names) again.push(await openDead(session, name))
  expect(again.map(({ status }) => status)).toEqual(names.map(() => 200))
  expect((await openDead(session, 'another')).status).toBe(429)
  for (const { body } of dead) {
    expect(await new Response(body).text()).toContain('"code":"reader_replaced"')
  }
  await Promise.all(again.map(({ body }) => body?.cancel()))
})

test('so do sockets, of streams too, and after the object slept', async () => {
  const session = await openSession('model=caesar-3')
  const sockets = []
  for (const name of names) sockets.push(await openSocket({ ...session, reader: name }))
  await evictDurableObject(await stubOf(session), { webSockets: 'hibernate' })
  expect((await openDead(session, 'reader-0')).status).toBe(200)
  expect(await sockets[0]?.closed).toMatchObject({ code: 4013, reason: 'reader_replaced' })
  const again = await openSocket({ ...session, reader: 'reader-0' })
  await sendChunk(session, 0, 'gdwd')
  expect(await again.next('final')).toMatchObject({ text: 'data' })
  expect(await sockets[1]?.next('final')).toMatchObject({ text: 'data' })
})

test.each(['', 'a b', 'x'.repeat(65)])('the name %j is none', async (name) => {
  const session = await openSession('model=caesar-3')
  const refused = await ask(session, `/events?reader=${encodeURIComponent(name)}`, { method: 'GET' })
  expect(refused.status).toBe(400)
})
