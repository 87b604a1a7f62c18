import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { afterEach, expect, test, vi } from 'vitest'
import { heavyText } from '../testing/heavy-text.ts'
import { testService } from '../testing/requests.ts'
import { ask, finalsOf, openSession, readEvents, sendChunk, stubOf } from '../testing/sessions.ts'
import { limits } from './limits.ts'
import type { SessionObject } from './session-object.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test.each(['database or disk is full: SQLITE_FULL', 'disk I/O error: SQLITE_IOERR'])(
  'a chunk that cannot be stored, %s, is asked for again, and counts once',
  async (message) => {
    const session = await openSession('cipher=caesar&key=3')
    expect(await sendChunk(session, 0, 'gdwd ')).toEqual({ status: 200, next: 1 })
    await runInDurableObject(await stubOf(session), (_: SessionObject, { storage }) => {
      const { transactionSync } = storage
      vi.spyOn(storage, 'transactionSync').mockImplementationOnce((act) =>
        transactionSync.call(storage, () => {
          act()
          throw new Error(message)
        }),
      )
    })
    const refused = await ask(session, '/chunks?seq=1&end=true', { method: 'POST', body: 'gdwd' })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ code: 'interrupted' })
    expect(await sendChunk(session, 1, 'gdwd', true)).toEqual({ status: 200, next: 2 })
    expect(finalsOf(await readEvents(session))).toBe('data data')
  },
)

test('so is one of which only the record is written', async () => {
  const session = await openSession('cipher=caesar&key=3')
  expect(await sendChunk(session, 0, 'gdwd ')).toEqual({ status: 200, next: 1 })
  await runInDurableObject(await stubOf(session), (_: SessionObject, { storage }) => {
    vi.spyOn(storage, 'transactionSync').mockImplementation(() => expect.unreachable())
    vi.spyOn(storage.kv, 'put').mockImplementationOnce(() => {
      throw new Error('disk I/O error: SQLITE_IOERR')
    })
  })
  expect(await sendChunk(session, 1, 'gdwd')).toMatchObject({ status: 503, code: 'interrupted' })
  expect(await sendChunk(session, 1, 'gdwd')).toEqual({ status: 200, next: 2 })
  vi.restoreAllMocks()
  expect(await sendChunk(session, 2, '', true)).toEqual({ status: 200, next: 3 })
  expect(finalsOf(await readEvents(session))).toBe('data data')
})

test('a snapshot that nothing reads any more is told as a model that has changed, and why is logged', async () => {
  const session = await openSession()
  await sendChunk(session, 0, 'gdwd dqg pruh '.repeat(120))
  const stub = await stubOf(session)
  await runInDurableObject(stub, (_: SessionObject, { storage }) => {
    storage.kv.put('snapshot', new Uint8Array(64))
  })
  await evictDurableObject(stub)
  const service = testService()
  const path = `/v1/sessions/${session.id}/chunks?seq=1&token=${session.token}`
  const answer = await service.send(path, { method: 'POST', body: 'gdwd' })
  expect(answer.status).toBe(410)
  expect(await answer.json()).toMatchObject({ code: 'model_changed' })
  expect(JSON.stringify(service.log)).toContain('not a usable snapshot')
})

test('a session whose chunk is read for longer than it may be idle stays', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const session = await openSession('keyChange=0.5')
  const reading = sendChunk(session, 0, heavyText(1000))
  await new Promise((resolve) => setTimeout(resolve, 20))
  vi.setSystemTime(Date.now() + limits.idle + 1)
  expect(await runDurableObjectAlarm(await stubOf(session))).toBe(true)
  expect(await reading).toEqual({ status: 200, next: 1 })
})
