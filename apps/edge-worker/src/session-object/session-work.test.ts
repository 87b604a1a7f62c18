import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { expect, test, vi } from 'vitest'
import { plainMeter } from '../shared-decipherers.ts'
import { heavyText } from '../testing/heavy-text.ts'
import {
  ask,
  finalsOf,
  type OpenSession,
  openSession,
  readEvents,
  request,
  sendChunk,
  stubOf,
} from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'
import { Job } from '../work/job.ts'
import { createWork } from '../work/work.ts'
import { limits } from './limits.ts'
import type { SessionObject } from './session-object.ts'
import { type SessionRecord, SessionStore } from './session-record.ts'
import { AskedWork } from './session-work.ts'
import { WarmSession } from './warm-session.ts'

const heavy = 'keyChange=0.5'

/** The stored record. */
const recordOf = async (session: OpenSession): Promise<SessionRecord> =>
  runInDurableObject(await stubOf(session), (_, { storage }) => new SessionStore(storage).read())

/** Changes the record, where it is held in memory too. */
const change = async (session: OpenSession, changes: Partial<SessionRecord>): Promise<void> => {
  const stub = await stubOf(session)
  await runInDurableObject(stub, (_: SessionObject, { storage }) => {
    storage.kv.put('session', { ...storage.kv.get<SessionRecord>('session'), ...changes })
  })
  await evictDurableObject(stub)
}

test('while one chunk is read, others are: of another session at once, of the same after it', async () => {
  const [slow, quick] = await Promise.all([openSession(heavy), openSession('cipher=caesar&key=3')])
  const text = heavyText(600)
  const order: string[] = []
  const first = sendChunk(slow, 0, text.slice(0, 400)).finally(() => order.push('first'))
  const second = sendChunk(slow, 1, text.slice(400), true).finally(() => order.push('second'))
  expect(await sendChunk(quick, 0, 'gdwd')).toEqual({ status: 200, next: 1 })
  expect(order).toEqual([])
  expect(await first).toEqual({ status: 200, next: 1 })
  expect(await second).toEqual({ status: 200, next: 2 })
  expect(order).toEqual(['first', 'second'])
  expect(finalsOf(await readEvents(slow)).length).toBe(text.length)
})

test('a chunk that waits while its token is revoked is refused, and another may take its place', async () => {
  const session = await openSession(heavy)
  const issued = (await (await ask(session, '/tokens?scope=write')).json()) as OpenSession & {
    tokenId: string
  }
  const first = sendChunk(session, 0, heavyText(400))
  const waiting = sendChunk({ ...session, token: issued.token }, 1, 'gdwd')
  const socket = await openSocket({ ...session, token: issued.token })
  socket.send({ type: 'chunk', seq: 1, text: 'gdwd' })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect((await ask(session, `/tokens/${issued.tokenId}`, { method: 'DELETE' })).status).toBe(204)
  expect(await first).toEqual({ status: 200, next: 1 })
  expect(await waiting).toMatchObject({ status: 401, code: 'token_revoked' })
  expect((await recordOf(session)).next).toBe(1)
  expect(await sendChunk(session, 1, 'dqg')).toEqual({ status: 200, next: 2 })
})

test('a step that is refused leaves what is in memory as it is', async () => {
  const session = await openSession('cipher=caesar&key=3')
  const free = vi.spyOn(WarmSession.prototype, 'free')
  await sendChunk(session, 0, 'gdwd')
  await change(session, { balance: { left: -10 * limits.workRate, at: Date.now() } })
  expect(await sendChunk(session, 1, 'gdwd')).toMatchObject({ code: 'work_limited' })
  expect(free).not.toHaveBeenCalled()
  free.mockRestore()
})

test('what is acknowledged while a chunk is read stays so', async () => {
  const session = await openSession(heavy)
  await sendChunk(session, 0, 'Gdwd dqg pruh gdwd, dqg vr rq, dqg vr iruwk')
  await ask(session, '/settle')
  const { epoch, latest } = await recordOf(session)
  const reading = sendChunk(session, 1, heavyText(400), true)
  const acknowledged = ask(session, `/ack?id=${epoch}-${latest}`)
  expect((await acknowledged).status).toBe(200)
  expect(await reading).toEqual({ status: 200, next: 2 })
  expect((await recordOf(session)).dropped).toBe(latest)
})

test('a session that is cancelled while it reads is gone', async () => {
  const session = await openSession(heavy)
  const reading = sendChunk(session, 0, heavyText(4096))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await ask(session, '', { method: 'DELETE' })).status).toBe(204)
  expect(await reading).toMatchObject({ status: 404, code: 'session_gone' })
})

test('work is noted, and a session that owes some is told when to send the same again', async () => {
  const session = await openSession(heavy)
  await sendChunk(session, 0, heavyText(256))
  const { work = 0, balance } = await recordOf(session)
  expect(work).toBeGreaterThan(1000)
  expect(balance?.left).toBeCloseTo(limits.workAtOnce - work)
  await change(session, { balance: { left: -2.5 * limits.workRate, at: Date.now() } })
  const refused = await ask(session, '/chunks?seq=1', { method: 'POST', body: 'gdwd' })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(2)
  expect(await refused.json()).toMatchObject({ code: 'work_limited' })
  const socket = await openSocket(session)
  socket.send({ type: 'chunk', seq: 1, text: 'gdwd' })
  expect(await socket.closed).toMatchObject({ code: 1013, reason: 'work_limited' })
  await change(session, { balance: { left: 1, at: Date.now() } })
  expect(await sendChunk(session, 1, 'gdwd')).toEqual({ status: 200, next: 2 })
})

test('chunks of nothing are charged, those that come again among them', async () => {
  const session = await openSession('cipher=caesar&key=3')
  const socket = await openSocket(session)
  socket.sendMarks()
  // Fewer than may wait.
  for (let i = 0; i < 60; i++) socket.send({ type: 'chunk', seq: i % 30, text: '' })
  await socket.refused()
  await expect.poll(() => sendChunk(session, 30, '')).toEqual({ status: 200, next: 31 })
  expect((await recordOf(session)).work).toBeGreaterThanOrEqual(62 * limits.stepWork)
  await change(session, { balance: { left: 100, at: Date.now() + 60_000 } })
  const answers = await Promise.all(Array.from({ length: 6 }, () => sendChunk(session, 0, '')))
  expect(answers.filter(({ code }) => code === 'work_limited').length).toBeGreaterThanOrEqual(2)
})

test('chunks that are too many to wait are charged', async () => {
  const session = await openSession(heavy)
  const socket = await openSocket(session)
  socket.send({ type: 'chunk', seq: 0, text: heavyText(400) })
  for (let i = 0; i < 2 * limits.steps; i++) socket.send({ type: 'chunk', seq: 0, text: '' })
  expect(await socket.next('error')).toMatchObject({ code: 'work_limited' })
  await expect.poll(async () => (await recordOf(session)).next, { timeout: 10_000 }).toBe(1)
  const { work = 0 } = await recordOf(session)
  await expect.poll(() => sendChunk(session, 1, '')).toEqual({ status: 200, next: 2 })
  expect((await recordOf(session)).work).toBeGreaterThanOrEqual(work + limits.steps * limits.stepWork)
})

test('a burst of steps takes turns as a long one does, and those that come one by one take none', async () => {
  const work = { ...createWork(), clientRate: () => ({ most: 1, perSecond: 1 }) }
  const asked = new AskedWork(work)
  const record = await recordOf(await openSession())
  for (let i = 0; i < 20; i++) asked.ask(record, 1000 + i)
  expect(asked.take()).toEqual({ owed: 20 * limits.stepWork, sinceTurn: 20 * limits.stepWork })
  asked.ask(record, 1020)
  const { owed, sinceTurn } = asked.take()
  expect(owed).toBe(limits.stepWork)
  const job = new Job({ turns: work.turns, meter: plainMeter, begun: () => {}, charge: () => {}, sinceTurn })
  expect(job.isDue).toBe(true)
  await job.do(0, () => {})
  asked.note(job.sinceTurn)
  expect(job.isDue).toBe(false)
  asked.ask(record, 1020 + limits.burst + 1)
  expect(asked.take().sinceTurn).toBe(limits.stepWork)
})

test('a session that has done all its work reads no more, and can be read to the end', async () => {
  const session = await openSession(heavy)
  await sendChunk(session, 0, 'gdwd')
  await change(session, { work: limits.work })
  expect(await sendChunk(session, 1, 'gdwd')).toMatchObject({ status: 413, code: 'too_much_work' })
  expect((await ask(session, '/settle')).status).toBe(200)
  expect((await recordOf(session)).next).toBe(1)
})

test('of a session, its client is charged too', async () => {
  const headers = { 'cf-connecting-ip': '9.9.9.9' }
  const session: OpenSession = await (
    await request(`/v1/sessions?${heavy}`, { method: 'POST', headers })
  ).json()
  const { client } = await recordOf(session)
  expect(client).toMatch(/^[0-9a-f]{64}$/)
  expect((await recordOf(await openSession())).client).toBeUndefined()
})
