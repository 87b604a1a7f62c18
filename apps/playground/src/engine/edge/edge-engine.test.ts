import { ConnectionLostError, RunnelServiceError } from '@runnel/client'
import { expect, test, vi } from 'vitest'
import type { EngineMessage } from '../frame.ts'
import { createFakeService } from '../testing/fake-service.ts'
import { EdgeEngine } from './edge-engine.ts'

/** `sessionStorage`, as a reload keeps it. */
const createStore = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}

const openEngine = (store = createStore()) => {
  const service = createFakeService()
  const told: EngineMessage[] = []
  const due: (() => void)[] = []
  const engine = new EdgeEngine({
    url: 'http://service',
    store,
    WebSocket: class {
      send() {}
      close() {}
      addEventListener() {}
    },
    timers: { after: () => () => {} },
    importClient: async () => ({ createClient: () => service.client }),
    importDecoder: () => import('../decoding/decoder.ts'),
    now: () => 0,
    defer: (call) => due.push(call),
  })
  engine.subscribe((message) => told.push(message))
  const draw = (): void => {
    while (due.length > 0) due.shift()?.()
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return { engine, told, draw, settle, store, ...service }
}
const frames = (told: readonly EngineMessage[]) => told.filter((message) => message.type === 'frame')

test('text is sent in order, events come as frames, and the end is sent once', async () => {
  const { engine, told, draw, settle, sessions } = openEngine()
  const number = engine.start({ cipher: 'auto' })
  engine.append('Aol ')
  await engine.load()
  await settle()
  engine.append('tvyupun')
  engine.flush()
  engine.flush()
  await settle()
  const [session] = sessions
  expect(session.options).toEqual({ cipher: 'auto', candidates: 6, acknowledge: false })
  expect(session.pushed.join('')).toBe('Aol tvyupun')
  expect(session.ended).toBe(true)
  session.tell({ type: 'key', id: '1', start: 2, cipher: 'caesar', key: { shift: 7 }, probability: 0.98 })
  session.tell({ type: 'final', id: '2', start: 0, text: 'The ' })
  session.tell({ type: 'interim', start: 4, text: 'mo', confidence: [1, 0.5] })
  draw()
  expect(frames(told).at(-1)).toMatchObject({
    reading: number,
    settled: 'The ',
    read: 6,
    total: 11,
    waiting: { start: 4, text: 'mo', confidence: Uint8Array.of(255, 127) },
    news: [{ start: 2, noticed: 3, cipher: 'caesar', key: { shift: 7 } }],
  })
  const fit = { bits: 2, language: 2, random: 4.7 }
  session.tell({ type: 'final', id: '3', start: 4, text: 'morning' })
  session.tell({
    type: 'done',
    id: '4',
    start: 11,
    cipher: 'caesar',
    key: { shift: 7 },
    probability: 1,
    letters: 10,
    fit,
  })
  draw()
  expect(frames(told).at(-1)).toMatchObject({
    settled: 'morning',
    waiting: { text: '' },
    ending: { letters: 10, fit },
  })
})

test('a reload goes on: what was settled is told at once, what was not stored is sent again', async () => {
  const before = openEngine()
  await before.engine.load()
  before.engine.start({ cipher: 'auto' })
  before.engine.append('Aol ')
  await before.settle()
  before.sessions[0].tell({ type: 'final', id: '2', start: 0, text: 'The ' })
  before.engine.save()
  before.engine.append('tvyupun')

  const after = openEngine(before.store)
  expect(after.engine.restore()).toMatchObject({ text: 'Aol ', isEnded: false, options: { cipher: 'auto' } })
  await after.engine.load()
  after.engine.append('tvyupun')
  await after.settle()
  after.draw()
  const [session] = after.sessions
  expect(session.resumed).toMatchObject({ id: 'a', lastEventId: '7', next: 1 })
  expect(session.pushed).toEqual(['tvyupun'])
  expect(frames(after.told)[0]).toMatchObject({ settled: 'The ', read: 4 })
})

test('encodings that the service takes off are told, taken off here as well, and kept over a reload', async () => {
  const before = openEngine()
  await before.engine.load()
  before.engine.start({ cipher: 'auto', encoding: 'auto' })
  before.engine.append('QW9sIHR2eXVwdW4=')
  before.engine.flush()
  await before.settle()
  const [session] = before.sessions
  expect(session.options).toMatchObject({ encoding: 'auto' })
  const named = {
    start: 0,
    cipher: 'caesar' as const,
    key: { shift: 7 },
    probability: 0.98,
    encoding: 'base64',
  }
  session.tell({ type: 'key', id: '1', ...named })
  session.tell({ type: 'final', id: '2', start: 0, text: 'The morning' })
  const told = async ({ told, draw }: typeof before) => {
    // What takes it off is brought, and drawn with the next frame.
    await vi.waitFor(() => {
      draw()
      expect(
        frames(told)
          .map(({ decoded = '' }) => decoded)
          .join(''),
      ).toBe('Aol tvyupun')
    })
    return frames(told).at(-1)
  }
  expect(await told(before)).toMatchObject({ encoding: 'base64', read: 11, total: 11, letters: 10 })
  before.engine.save()
  const after = openEngine(before.store)
  after.engine.restore()
  await after.engine.load()
  expect(await told({ ...before, ...after })).toMatchObject({ encoding: 'base64', total: 11 })
})

test('the same text under another key: the session of before is given up', async () => {
  const { engine, settle, sessions, store } = openEngine()
  await engine.load()
  engine.start({ cipher: 'auto' })
  engine.append('Aol')
  engine.flush()
  await settle()
  expect(store.getItem('runnel.edge-session')).not.toBeNull()
  engine.again({ cipher: 'auto', stretches: [{ start: 0, cipher: 'caesar', key: '7' }] })
  // Until the new one is open, a reload has nothing to go on with.
  expect(store.getItem('runnel.edge-session')).toBeNull()
  await settle()
  expect(sessions.map(({ cancelled }) => cancelled)).toEqual([true, false])
  expect(sessions[1]).toMatchObject({ options: { cipher: 'caesar', key: '7' }, pushed: ['Aol'], ended: true })
})

test.each([
  ['session_gone', 404, 'session-gone'],
  ['model_changed', 410, 'model-changed'],
  ['rate_limited', 429, 'rate-limited'],
  ['session_too_long', 413, 'too-long'],
  ['internal', 500, 'reading-failed'],
])('%s is told in the words of an engine, and the session is forgotten', async (code, status, fault) => {
  const { engine, told, settle, sessions, store } = openEngine()
  await engine.load()
  engine.start({ cipher: 'auto' })
  await settle()
  engine.save()
  sessions[0].fail(new RunnelServiceError(status, code, 'why', { retryAfter: 2500 }))
  expect(told.at(-1)).toEqual({ type: 'fault', code: fault, message: `${code}: why`, retryAfter: 3 })
  expect(store.getItem('runnel.edge-session')).toBeNull()
})

test('a connection that was given up is tried again where it stood', async () => {
  const { engine, told, settle, sessions } = openEngine()
  await engine.load()
  engine.start({ cipher: 'auto' })
  engine.append('Aol')
  await settle()
  sessions[0].fail(new ConnectionLostError(20))
  expect(told.slice(-2)).toMatchObject([
    { type: 'connection', state: 'given up' },
    { type: 'fault', code: 'connection-failed' },
  ])
  engine.resume()
  await settle()
  expect(sessions[1].resumed).toMatchObject({ id: 'a', next: 1 })
})

test('closed, nothing is left of it', async () => {
  const { engine, settle, sessions, store } = openEngine()
  await engine.load()
  engine.start({ cipher: 'auto' })
  await settle()
  engine.save()
  engine.close()
  expect(sessions[0].cancelled).toBe(true)
  expect(store.getItem('runnel.edge-session')).toBeNull()
})
