import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { createCipher, createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { openEvents } from '../testing/event-source.ts'
import { fillLog } from '../testing/fill-log.ts'
import { createSeededStreams } from '../testing/seeded-stream.ts'
import {
  ask,
  finalsOf,
  type OpenSession,
  openSession,
  type ReceivedEvent,
  readEvents,
  sendChunk,
  stubOf,
} from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'

const streams = await createSeededStreams()

const acknowledge = async (session: OpenSession, id: string | undefined) =>
  expect((await ask(session, `/ack?id=${id}`)).status).toBe(200)

const latestOf = async (session: OpenSession): Promise<string> =>
  ((await (await ask(session, '', { method: 'GET' })).json()) as { lastEventId: string }).lastEventId

const finals = (events: readonly ReceivedEvent[]) => events.filter(({ type }) => type === 'final')

test('after all was acknowledged, a late reader gets the key and the text as one final, and goes on live', async () => {
  const { chunks, events } = streams.bytes(1, 40)
  const session = await openSession()
  for (const [seq, chunk] of chunks.slice(0, 30).entries()) await sendChunk(session, seq, chunk)
  const latest = await latestOf(session)
  await acknowledge(session, latest)
  const [stream, socket] = [await openEvents(session), await openSocket(session)]
  const [key, compact] = [await stream.next('key'), await stream.next('final')]
  expect(compact.id).toBe(latest)
  expect(key.id).toBe(latest.replace(/-.*/, '-0'))
  for (const [seq, chunk] of chunks.entries()) await sendChunk(session, seq, chunk, seq === 39)
  const expected = finalsOf(events as ReceivedEvent[])
  const received = await stream.rest()
  expect(finalsOf(received)).toBe(expected)
  expect(compact).toMatchObject({ start: 0, text: expected.slice(0, finalsOf([compact]).length) })
  expect(received.at(-1)?.type).toBe('done')
  await socket.closed
  expect(socket.stored()).toEqual(received.filter(({ id }) => id !== undefined))
})

test('from wherever a reader comes, it gets what it has not got, and nothing twice', async () => {
  const { chunks, events } = streams.bytes(2, 60)
  const random = createRandom(2)
  const session = await openSession()
  const all: ReceivedEvent[] = []
  for (const [seq, chunk] of chunks.entries()) {
    await sendChunk(session, seq, chunk, seq === 59)
    if (seq % 10 !== 9) continue
    const last = all.at(-1)?.id
    all.push(...(await received(session, last, await latestOf(session))))
    await acknowledge(session, all[random.integer(all.length)]?.id)
    if (seq % 20 === 19) await evictDurableObject(await stubOf(session))
  }
  await acknowledge(session, all.at(-1)?.id)
  const text = finalsOf(events as ReceivedEvent[])
  expect(finalsOf(all)).toBe(text)
  for (const [place, { id }] of all.entries()) {
    const before = finalsOf(all.slice(0, place + 1))
    const rest = place === all.length - 1 ? [] : await readEvents(session, id)
    expect(before + finalsOf(rest)).toBe(text)
    expect(finals(rest).length).toBeLessThanOrEqual(1)
    expect(finals(rest)).toEqual(before === text ? [] : [expect.objectContaining({ start: before.length })])
    if (rest.length > 0) expect(rest.at(-1)).toEqual(all.at(-1))
  }
})

/** The stored events after an id up to another, live. */
const received = async (session: OpenSession, from: string | undefined, to: string) => {
  const socket = await openSocket(session, from)
  while (socket.stored().at(-1)?.id !== to) await new Promise((resolve) => setTimeout(resolve, 1))
  socket.close()
  return socket.stored()
}

test('a reader that was there when the log ran full reads on', async () => {
  const session = await openSession('cipher=caesar&key=3')
  await sendChunk(session, 0, 'L Olnh ')
  await fillLog(session)
  const lagging = await openEvents(session)
  await sendChunk(session, 1, 'Dssohv', true)
  expect(finalsOf(await readEvents(session))).toBe('I Like Apples')
  const events = await lagging.rest()
  expect(finalsOf(events)).toBe('I Like Apples')
  expect(events.map(({ type }) => type)).toEqual(['key', 'final', 'final', 'done'])
})

test('past 4 MiB of log the text of a session comes as finals of 256 Ki characters at the least', async () => {
  const session = await openSession('cipher=caesar&key=3')
  const stub = await stubOf(session)
  const owner = { tokenId: 'first', scope: 'write' } as const
  const chunk = createCipher('caesar').encrypt('some text of the session '.repeat(320), { shift: 3 })
  const plain = 'some text of the session '.repeat(320)
  const COUNT = 580
  for (let seq = 0; seq < COUNT; seq++) await stub.push(owner, { seq, chunk, end: seq === COUNT - 1 })
  await runInDurableObject(stub, (_, { storage }) => {
    const { dropped = 0, logBytes = 0 } = storage.kv.get<SessionRecord>('session') ?? {}
    expect(dropped).toBeGreaterThan(0)
    expect(logBytes).toBeLessThanOrEqual(limits.logBytes)
  })
  const [first, ...rest] = finals(await readEvents(session))
  expect(first && finalsOf([first]).length).toBeGreaterThanOrEqual(limits.historyFinal)
  expect(finalsOf([first as ReceivedEvent, ...rest])).toBe(plain.repeat(COUNT))
  const socket = await openSocket(session)
  socket.sendMarks()
  expect(await socket.closed).toMatchObject({ code: 1000 })
  expect(socket.finals()).toBe(plain.repeat(COUNT))
}, 30_000)
