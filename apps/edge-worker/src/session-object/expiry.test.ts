import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openEvents } from '../testing/event-source.ts'
import { type OpenSession, openSession, readEvents, sendChunk, stubOf } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'
import { limits } from './limits.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

const storedIn = async (session: OpenSession) =>
  runInDurableObject(await stubOf(session), async (_, { storage }) => ({
    keys: [...(await storage.list()).keys()],
    tables: storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'events'").toArray(),
    alarm: await storage.getAlarm(),
  }))

const NOTHING = { keys: [], tables: [], alarm: null }

test('an idle session is deleted, with all that it stored, and its readers are told', async () => {
  const session = await openSession('model=caesar-3')
  await sendChunk(session, 0, 'gdwd')
  const [socket, events] = [await openSocket(session), await openEvents(session)]
  expect(await storedIn(session)).not.toEqual(NOTHING)
  later(limits.idle)
  expect(await runDurableObjectAlarm(await stubOf(session))).toBe(true)
  expect(await socket.closed).toMatchObject({ code: 4008, reason: 'session_expired' })
  expect(socket.messages.at(-1)).toMatchObject({ type: 'error', code: 'session_expired' })
  expect((await events.rest()).at(-1)).toMatchObject({ type: 'error', code: 'session_expired' })
  expect(await storedIn(session)).toEqual(NOTHING)
  expect(await sendChunk(session, 1, 'gdwd')).toMatchObject({ status: 404, code: 'session_gone' })
})

test('a session that is cancelled leaves nothing behind', async () => {
  const session = await openSession('model=caesar-3')
  await sendChunk(session, 0, 'gdwd')
  await (await stubOf(session)).cancel({ tokenId: 'first', scope: 'write' })
  expect(await storedIn(session)).toEqual(NOTHING)
})

test('a session that has ended can be read until it has been idle', async () => {
  const session = await openSession('model=caesar-3')
  await sendChunk(session, 0, 'gdwd', true)
  later(limits.idle - 1)
  await runDurableObjectAlarm(await stubOf(session))
  expect(await readEvents(session)).toHaveLength(3)
  later(1)
  await runDurableObjectAlarm(await stubOf(session))
  expect(await storedIn(session)).toEqual(NOTHING)
})

test.each(['chunk', 'settle', 'ack', 'keepalive', 'keepalive, written otherwise'])(
  '%s keeps it alive',
  async (sign) => {
    const session = await openSession('model=caesar-3')
    const socket = await openSocket(session)
    socket.send({ type: 'chunk', seq: 0, text: 'gdwd' })
    const { id } = await socket.next('final')
    later(limits.idle - 1)
    const message = {
      chunk: { type: 'chunk', seq: 1, text: 'gdwd' },
      settle: { type: 'settle' },
      ack: { type: 'ack', id },
    }[sign]
    socket.send(message ?? (sign === 'keepalive' ? { type: 'keepalive' } : '{ "type": "keepalive" }'))
    if (sign.startsWith('keepalive')) await socket.next('keepalive')
    // Messages are taken in order: once this one is answered, the one before it has been taken.
    else await socket.refused()
    later(2)
    await runDurableObjectAlarm(await stubOf(session))
    const { keys, alarm } = await storedIn(session)
    expect(keys).toEqual(['session'])
    // The platform notes when it answered a keep-alive by its own clock.
    if (sign === 'keepalive') expect(alarm).toBeGreaterThan(Date.now())
    else expect(alarm).toBe(Date.now() - 2 + limits.idle)
  },
)

test('no session gets older than the limit, however busy', async () => {
  const session = await openSession('model=caesar-3')
  later(limits.age - 1)
  await sendChunk(session, 0, 'gdwd')
  await runDurableObjectAlarm(await stubOf(session))
  expect(await storedIn(session)).toMatchObject({ alarm: Date.now() + 1 })
  later(1)
  await runDurableObjectAlarm(await stubOf(session))
  expect(await storedIn(session)).toEqual(NOTHING)
})
