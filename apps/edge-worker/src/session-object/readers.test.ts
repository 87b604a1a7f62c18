import { createCipher } from '@runnel/core'
import { expect, test } from 'vitest'
import { openEvents } from '../testing/event-source.ts'
import { createSeededStreams } from '../testing/seeded-stream.ts'
import {
  ask,
  openSession,
  type ReceivedEvent,
  readEvents,
  sendChunk,
  withoutIds,
} from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'

const streams = await createSeededStreams()

test('sockets and event streams get the same events live, whenever they come', async () => {
  const { chunks, events } = streams.bytes(1, 40)
  const session = await openSession()
  const [early, socket] = [await openEvents(session), await openSocket(session)]
  const late = []
  for (const [seq, chunk] of chunks.entries()) {
    if (seq === 20) late.push(await openEvents(session), await openEvents(session))
    await sendChunk(session, seq, chunk, seq === 39)
  }
  await socket.closed
  expect(withoutIds(socket.stored())).toEqual(events)
  for (const reader of [early, ...late]) expect(withoutIds(await reader.rest())).toEqual(events)
})

test('an event comes while the session goes on', async () => {
  const session = await openSession('model=caesar-3')
  const [one, other] = [await openEvents(session), await openEvents(session)]
  for (const [seq, text] of ['da', 'ta'].entries()) {
    await sendChunk(session, seq, createCipher('caesar').encrypt(text, { shift: 3 }))
    expect(await one.next('final')).toMatchObject({ text })
    expect(await other.next('final')).toMatchObject({ text })
  }
})

test('interim text comes without an id, and only the latest to those who come later', async () => {
  const session = await openSession()
  const early = await openEvents(session)
  await sendChunk(session, 0, 'A')
  const first = await early.next('interim')
  expect(first).not.toHaveProperty('id')
  await sendChunk(session, 1, 'o')
  const latest = await early.next('interim')
  expect(latest).not.toEqual(first)
  const late = await openEvents(session)
  expect(await late.next('interim')).toEqual(latest)
  expect(late.received.filter(({ type }) => type === 'interim')).toHaveLength(1)
})

test('a reader that is cut off twice in a row loses nothing and gets nothing twice', async () => {
  const { chunks, events } = streams.bytes(2, 60)
  const session = await openSession()
  const received: Record<'events' | 'socket', ReceivedEvent[]> = { events: [], socket: [] }
  for (const [seq, chunk] of chunks.entries()) {
    await sendChunk(session, seq, chunk, seq === 59)
    if (![20, 21, 40].includes(seq)) continue
    const reader = await openEvents(session, received.events.at(-1)?.id)
    await reader.next('final')
    received.events.push(...reader.received.filter(({ id }) => id !== undefined))
    await reader.leave()
    const socket = await openSocket(session, received.socket.at(-1)?.id)
    await socket.next('final')
    received.socket.push(...socket.stored())
    socket.close()
  }
  for (const before of Object.values(received)) {
    const rest = await readEvents(session, before.at(-1)?.id)
    expect(withoutIds([...before, ...rest])).toEqual(events)
  }
})

test('a reader that has everything is told so', async () => {
  const session = await openSession('model=caesar-3')
  await sendChunk(session, 0, 'gdwd', true)
  const events = await readEvents(session)
  const again = await ask(session, '/events', {
    method: 'GET',
    headers: { 'last-event-id': String(events.at(-1)?.id) },
  })
  expect(again.status).toBe(204)
  const socket = await openSocket(session, events.at(-1)?.id)
  expect(await socket.closed).toMatchObject({ code: 1000, reason: 'done' })
  expect(socket.messages).toEqual([])
})
