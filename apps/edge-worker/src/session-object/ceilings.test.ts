import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { MOST_DELAY } from '../decipher-query.ts'
import { openEvents } from '../testing/event-source.ts'
import { fillLog } from '../testing/fill-log.ts'
import {
  ask,
  type OpenSession,
  openSession,
  readEvents,
  request,
  sendChunk,
  stubOf,
} from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'

test('a chunk', async () => {
  const session = await openSession('cipher=caesar&key=3')
  const refused = { status: 413, code: 'chunk_too_large' }
  expect(await sendChunk(session, 0, 'x'.repeat(limits.chunkBytes))).toEqual({ status: 200, next: 1 })
  expect(await sendChunk(session, 1, 'x'.repeat(limits.chunkBytes + 1))).toMatchObject(refused)
  const unsized = new Blob(['x'.repeat(limits.chunkBytes + 1)]).stream()
  expect(await sendChunk(session, 1, unsized)).toMatchObject(refused)
  const socket = await openSocket(session)
  socket.send({ type: 'chunk', seq: 1, text: '\0'.repeat(limits.chunkBytes) })
  expect(await socket.next('accepted')).toMatchObject({ next: 2 })
  // Bytes count, not characters.
  socket.send({ type: 'chunk', seq: 2, text: 'é'.repeat(limits.chunkBytes / 2 + 1) })
  expect(await socket.next('error')).toMatchObject({ code: 'chunk_too_large' })
  expect(await sendChunk(session, 2, 'x')).toEqual({ status: 200, next: 3 })
})

/** Changes the stored record, as if the session had come there by itself. */
const change = async (session: OpenSession, changes: Partial<SessionRecord>) => {
  const stub = await stubOf(session)
  await runInDurableObject(stub, (_, { storage }) => {
    storage.kv.put('session', { ...storage.kv.get<SessionRecord>('session'), ...changes })
  })
  await evictDurableObject(stub)
}

test('a session', async () => {
  const session = await openSession('cipher=caesar&key=3')
  await change(session, { bytes: limits.sessionBytes - 4 })
  expect(await sendChunk(session, 0, 'gdwd!')).toMatchObject({ status: 413, code: 'session_too_long' })
  expect(await sendChunk(session, 0, 'gdwd')).toEqual({ status: 200, next: 1 })
  expect(await sendChunk(session, 1, '', true)).toEqual({ status: 200, next: 2 })
})

test('the log of events: of a session from before their text was kept the oldest are gone', async () => {
  const session = await openSession('cipher=caesar&key=3')
  await sendChunk(session, 0, 'gdwd')
  await fillLog(session, { keepsText: false })
  await sendChunk(session, 1, 'gdwd', true)
  const gone = await ask(session, '/events', { method: 'GET' })
  expect(gone.status).toBe(410)
  const { code, oldest } = await (gone.json() as Promise<{ code: string; oldest: string }>)
  expect(code).toBe('events_gone')
  expect(await readEvents(session, oldest)).not.toEqual([])
  const socket = await openSocket(session)
  expect(await socket.closed).toMatchObject({ code: 4010 })
  expect(socket.messages).toMatchObject([{ type: 'error', code: 'events_gone', oldest }])
})

test('readers', async () => {
  const session = await openSession('model=caesar-3')
  const streams = []
  const sockets = []
  for (let i = 0; i < limits.readers; i++) {
    if (i % 2) streams.push(await openEvents(session))
    else sockets.push(await openSocket(session))
  }
  const refused = await ask(session, '/events', { method: 'GET' })
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ code: 'too_many_readers' })
  expect(await (await openSocket(session)).closed).toMatchObject({ code: 4029, reason: 'too_many_readers' })
  await streams[0]?.leave()
  const next = await openSocket(session)
  next.close()
  await next.closed
  sockets[0]?.close()
  await sockets[0]?.closed
  await openEvents(session)
  await openEvents(session)
})

test('letters that wait', async () => {
  const { status, body } = await request(`/v1/sessions?maxDelay=${MOST_DELAY + 1}`, { method: 'POST' })
  expect(status).toBe(400)
  expect(await new Response(body).json()).toMatchObject({ code: 'invalid_option' })
})
