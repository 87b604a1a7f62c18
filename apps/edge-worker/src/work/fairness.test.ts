import { createDecipherer, finalText, loadCounts } from '@runnel/decipher'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { expect, test, vi } from 'vitest'
import { shareDecipherers } from '../shared-decipherers.ts'
import { heavyText } from '../testing/heavy-text.ts'
import { manualClock } from '../testing/manual-clock.ts'
import { nextText, openBody, testService } from '../testing/requests.ts'
import { CROWDED, FULL, HELD_BY_ONE, MADE, STREAM_BYTES } from './constants.ts'
import { Turns } from './turns.ts'
import { createWork } from './work.ts'

const HEAVY = '/v1/decipher?keyChange=0.5'
const from = (address: string) => ({ 'cf-connecting-ip': address })

test('while one request takes its time, others are answered, and its text is what it would be in one go', async () => {
  const { send } = testService()
  const text = heavyText(600)
  let over = false
  const answer = send(HEAVY, { method: 'POST', body: text }).then(async (response) => {
    const body = await response.text()
    over = true
    return body
  })
  for (let i = 0; i < 5; i++) expect((await send('/health')).status).toBe(200)
  const other = await send('/v1/decipher?cipher=caesar&key=3', { method: 'POST', body: 'gdwd' })
  expect(await other.text()).toBe('data')
  expect(over).toBe(false)
  const [model, counts] = await Promise.all([
    findModel('english').then(loadModel),
    findCounts('english').then(loadCounts),
  ])
  const session = createDecipherer({ model, counts, keyChange: { rate: 0.5 } }).createSession()
  expect(await answer).toBe(finalText([...session.push(text), ...session.flush()]))
  session.free()
})

test('the longest time is kept though all of the text is there', async () => {
  const { send, log } = testService({ CEILINGS: { total: 150 } })
  const headers = { accept: 'application/x-ndjson' }
  const answer = await send(HEAVY, { method: 'POST', body: heavyText(8192), headers })
  expect(await answer.text()).toContain('"code":"took_too_long"')
  expect(log).toMatchObject([{ outcome: 'cut off', code: 'took_too_long' }])
})

test('a stream ends when it has taken the work that it may', async () => {
  const { send, log } = testService({ CEILINGS: { work: 2000 } })
  const headers = { accept: 'application/x-ndjson' }
  const answer = await send(HEAVY, { method: 'POST', body: heavyText(512), headers })
  const last = (await answer.text()).trim().split('\n').at(-1) as string
  expect(JSON.parse(last)).toMatchObject({ type: 'error', code: 'too_much_work', title: 'Content Too Large' })
  expect(log).toMatchObject([{ outcome: 'cut off', code: 'too_much_work' }])
})

test('a client that has asked for too much is told when to come back, and others are served', async () => {
  const { send } = testService({ CEILINGS: { clientWork: 1000, clientWorkRate: 100 } })
  const ask = (path: string, body: string, address: string) =>
    send(path, { method: 'POST', body, headers: from(address) })
  expect((await (await ask(HEAVY, heavyText(64), '1.1.1.1')).text()).length).toBe(64)
  const refused = await ask('/v1/encipher?cipher=caesar&key=3', 'data', '1.1.1.1')
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ code: 'work_limited' })
  const seconds = Number(refused.headers.get('retry-after'))
  expect(seconds).toBeGreaterThanOrEqual(1)
  expect(seconds).toBeLessThan(60 + MADE / 100)
  expect((await ask('/v1/encipher?cipher=caesar&key=3', 'data', '2.2.2.2')).status).toBe(200)
})

test('a decipherer of options that nobody has asked for is charged for its making, language by language', async () => {
  const ceilings = { clientWork: 3 * MADE - 100, clientWorkRate: 1 }
  const { send } = testService({ CEILINGS: ceilings }, { work: createWork(), share: shareDecipherers() })
  const ask = async (query: string, address: string) => {
    const answer = await send(`/v1/decipher?${query}`, { method: 'POST', body: '', headers: from(address) })
    await answer.text()
    return answer.status
  }
  // The same again is there.
  for (const _ of [1, 2, 3, 4, 5]) expect(await ask('commit=0.91', '3.3.3.3')).toBe(200)
  for (const commit of [0.92, 0.93]) expect(await ask(`commit=${commit}`, '3.3.3.3')).toBe(200)
  expect(await ask('commit=0.91', '3.3.3.3')).toBe(429)
  expect(await ask('language=en,de,fr', '4.4.4.4')).toBe(200)
  expect(await ask('commit=0.91', '4.4.4.4')).toBe(429)
})

test('a saturated isolate says so at once; who has done little finds room for longer', async () => {
  // So many wait for a turn that never ends.
  const turns = new Turns(manualClock(), () => new Promise(() => {}))
  const crowd = (most: number) => {
    while (turns.waiting < most) void turns.take(3, () => {})
  }
  const work = { ...createWork(), turns }
  const ceilings = { clientWork: 1000, clientWorkRate: 1 }
  const limit = vi.fn(async () => ({ success: true }))
  const { send } = testService({ CEILINGS: ceilings, RATE_LIMITER: { limit } }, { work })
  work.ledger.charge('address 1.1.1.1', { most: 1000, perSecond: 1 }, 600)
  const ask = (address: string) => send(HEAVY, { method: 'POST', body: 'gdwd', headers: from(address) })
  crowd(CROWDED)
  const refused = await ask('1.1.1.1')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toMatchObject({ code: 'work_limited' })
  // Nothing is asked of others before: it would take a turn of somebody's work.
  expect(limit).not.toHaveBeenCalled()
  expect((await ask('2.2.2.2')).status).toBe(200)
  crowd(FULL)
  expect((await ask('2.2.2.2')).status).toBe(429)
})

test('of many that begin at once those that find no room are refused before anything is parsed or asked', async () => {
  const limit = vi.fn(async () => ({ success: true }))
  const { send } = testService({ RATE_LIMITER: { limit } }, { work: createWork() })
  const asked = Array.from({ length: 3 * FULL }, (_, i) =>
    send(`/v1/decipher${i < FULL ? '' : '?no=such'}`, {
      method: 'POST',
      body: 'gdwd',
      headers: from(`1.1.1.${i}`),
    }),
  )
  const answers = await Promise.all(asked)
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array<number>(FULL).fill(200),
    ...Array<number>(2 * FULL).fill(429),
  ])
  expect(answers.at(-1)?.headers.get('retry-after')).toBe('1')
  expect(limit).toHaveBeenCalledTimes(FULL)
  for (const answer of answers.slice(0, FULL)) expect(await answer.text()).toHaveLength(4)
})

test('a client has so many streams open at a time, and finds room again when they end', async () => {
  const { send, log } = testService({}, { work: createWork() })
  const ask = (body: BodyInit, address: string) =>
    send('/v1/decipher?cipher=caesar&key=3', { method: 'POST', body, headers: from(address) })
  const open = []
  for (let i = 0; i < HELD_BY_ONE / STREAM_BYTES; i++) {
    const body = openBody()
    const { body: answer } = await ask(body.readable, '5.5.5.5')
    const reader = (answer as ReadableStream<Uint8Array>).getReader()
    void body.write('gdwd')
    expect(await nextText(reader)).toBe('data')
    open.push({ body, reader })
  }
  const refused = await ask('gdwd', '5.5.5.5')
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toMatchObject({ status: 429, code: 'work_limited' })
  expect((await ask('gdwd', '6.6.6.6')).status).toBe(200)
  await open[0]?.reader.cancel()
  await open[1]?.body.close()
  expect((await open[1]?.reader.read())?.done).toBe(true)
  expect(log.map(({ outcome }) => outcome).slice(-2)).toEqual(['left', 'answered'])
  for (const _ of [0, 1]) expect((await ask('gdwd', '5.5.5.5')).status).toBe(200)
})

test('who was let in and is refused for another reason leaves its place', async () => {
  const { send } = testService({}, { work: createWork() })
  const ask = (query: string) => send(`/v1/decipher${query}`, { method: 'POST', body: 'gdwd' })
  for (let i = 0; i < 2 * FULL; i++) expect((await ask('?no=such')).status).toBe(400)
})

test('a stream takes a turn before it does anything: those that begin at once are heard between', async () => {
  const goRound = vi.fn(async () => {})
  const { send } = testService({}, { work: { ...createWork(), turns: new Turns(undefined, goRound) } })
  const answer = await send('/v1/decipher?cipher=caesar&key=3', { method: 'POST', body: 'gdwd' })
  expect(await answer.text()).toBe('data')
  expect(goRound).toHaveBeenCalledOnce()
})
