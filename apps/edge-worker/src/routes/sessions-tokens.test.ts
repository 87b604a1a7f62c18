import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limits } from '../session-object/limits.ts'
import { openEvents } from '../testing/event-source.ts'
import { ask, type OpenSession, openSession, request, sendChunk, stubOf } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const HOUR = 3_600_000
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

interface Issued extends OpenSession {
  tokenId: string
  scope: string
}

/** A further token, as a session that is asked with it. */
const issue = async (session: OpenSession, query = ''): Promise<Issued> => {
  const answer = await ask(session, `/tokens?${query}`)
  expect(answer.status).toBe(201)
  return { ...session, ...((await answer.json()) as Omit<Issued, 'id'>) }
}

const answerTo = async (session: OpenSession, path: string, method = 'POST') => {
  const answer = await ask(session, path, { method, ...(path.startsWith('/chunks') && { body: 'gdwd' }) })
  const text = await answer.text()
  return { status: answer.status, ...(text.startsWith('{') && (JSON.parse(text) as object)) }
}

const open = () => openSession('model=caesar-3')

/** Requests that change a session. */
const writing = [
  ['/chunks?seq=1', 'POST'],
  ['/chunks?seq=1&end=true', 'POST'],
  ['/settle', 'POST'],
  ['/ack?id=x', 'POST'],
  ['/renew', 'POST'],
  ['/tokens', 'POST'],
  ['/tokens', 'GET'],
  ['/tokens/first', 'DELETE'],
  ['', 'DELETE'],
] as const

test.each(writing)('a token that only reads is refused by %s with %s', async (path, method) => {
  const session = await open()
  await sendChunk(session, 0, 'gdwd')
  const watcher = await issue(session)
  expect(watcher.scope).toBe('read')
  expect(await answerTo(watcher, path, method)).toMatchObject({ status: 403, code: 'read_only' })
  expect(await answerTo(watcher, '', 'GET')).toMatchObject({ status: 200, next: 1, bytes: 4, ended: false })
})

test.each(['chunk', 'end', 'settle', 'ack', 'cancel'])(
  'so is a frame of type %s, and the socket reads on',
  async (type) => {
    const session = await open()
    const watcher = await openSocket(await issue(session))
    watcher.send({ type, ...{ chunk: { seq: 0, text: 'x' }, end: { seq: 0 }, ack: { id: 'x' } }[type] })
    expect(await watcher.next('error')).toMatchObject({ code: 'read_only' })
    expect(await sendChunk(session, 0, 'gdwd')).toEqual({ status: 200, next: 1 })
    expect(await watcher.next('final')).toMatchObject({ text: 'data' })
  },
)

test('a token that was revoked is refused at once, and its readers are sent away', async () => {
  const session = await open()
  const [watcher, other] = [await issue(session), await issue(session)]
  const socket = await openSocket(watcher)
  const staying = await openSocket(other)
  await sendChunk(session, 0, 'gdwd')
  await evictDurableObject(await stubOf(session), { webSockets: 'hibernate' })
  expect((await ask(session, `/tokens/${watcher.tokenId}`, { method: 'DELETE' })).status).toBe(204)
  expect(await socket.closed).toMatchObject({ code: 4001, reason: 'token_revoked' })
  for (const [path, method] of [...writing, ['', 'GET'], ['/events', 'GET']] as const) {
    const { status } = await answerTo(watcher, path, method)
    expect(status, path).toBeOneOf([401, 403])
  }
  expect(await answerTo(watcher, '', 'GET')).toMatchObject({ status: 401, code: 'token_revoked' })
  expect(await (await openSocket(watcher)).closed).toMatchObject({ code: 4001, reason: 'token_revoked' })
  await sendChunk(session, 1, 'gdwd', true)
  expect(await staying.closed).toMatchObject({ code: 1000 })
  expect(await answerTo(session, `/tokens/${watcher.tokenId}`, 'DELETE')).toMatchObject({
    code: 'token_unknown',
  })
})

test('an open event stream of a revoked token ends with that', async () => {
  const session = await open()
  const watcher = await issue(session)
  const stream = await openEvents(watcher)
  await ask(session, `/tokens/${watcher.tokenId}`, { method: 'DELETE' })
  expect((await stream.rest()).at(-1)).toMatchObject({ type: 'error', code: 'token_revoked' })
})

test('a second token that writes takes over from the first', async () => {
  const session = await open()
  const writer = await issue(session, 'scope=write')
  expect(await answerTo(writer, '/tokens', 'GET')).toMatchObject({
    tokens: [
      { tokenId: 'first', scope: 'write', expires: session.expires },
      { tokenId: writer.tokenId, scope: 'write', expires: session.expires },
    ],
  })
  expect((await ask(writer, '/tokens/first', { method: 'DELETE' })).status).toBe(204)
  expect(await sendChunk(session, 0, 'gdwd')).toMatchObject({ status: 401, code: 'token_revoked' })
  expect(await sendChunk(writer, 0, 'gdwd')).toEqual({ status: 200, next: 1 })
})

test('a token of some seconds ends with them, and so do its readers', async () => {
  const session = await open()
  const watcher = await issue(session, 'seconds=60')
  expect(Date.parse(watcher.expires)).toBe(Math.ceil((Date.now() + 60_000) / 1000) * 1000)
  const [socket, stream] = [await openSocket(watcher), await openEvents(watcher)]
  later(61_000)
  expect(await answerTo(watcher, '', 'GET')).toMatchObject({ status: 401, code: 'unauthorised' })
  await runDurableObjectAlarm(await stubOf(session))
  expect(await socket.closed).toMatchObject({ code: 4001, reason: 'unauthorised' })
  expect((await stream.rest()).at(-1)).toMatchObject({ type: 'error', code: 'unauthorised' })
  expect(await answerTo(session, '/tokens', 'GET')).toMatchObject({ tokens: [{ tokenId: 'first' }] })
})

test('renewed before it ends, a session is reachable past its 24 hours', async () => {
  const session = await open()
  const stub = await stubOf(session)
  let current = session
  for (let hours = 0; hours < 60; hours++) {
    later(HOUR)
    // By itself it would be deleted as idle after the first quarter of an hour.
    expect(await sendChunk(current, hours, 'gdwd')).toEqual({ status: 200, next: hours + 1 })
    await runDurableObjectAlarm(stub)
    if (hours % 20 !== 19) continue
    const answer = await ask(current, '/renew')
    expect(answer.status).toBe(200)
    current = { ...current, ...((await answer.json()) as object) }
    expect(Date.parse(current.expires)).toBe(Math.ceil((Date.now() + limits.age) / 1000) * 1000)
  }
  expect(await sendChunk(session, 60, 'gdwd')).toMatchObject({ status: 401, code: 'unauthorised' })
  expect(await answerTo(current, '', 'GET')).toMatchObject({ next: 60, expires: expect.any(String) })
  later(limits.age)
  await runDurableObjectAlarm(stub)
  expect((await answerTo(current, '', 'GET')).status).toBeOneOf([401, 404])
})

test('readers of one token cannot take the places of another’s', async () => {
  const session = await open()
  const mine = await openSocket({ ...session, reader: 'same' })
  const watcher = { ...(await issue(session)), reader: 'same' }
  const theirs = await openSocket(watcher)
  await openSocket(watcher)
  expect(await theirs.closed).toMatchObject({ reason: 'reader_replaced' })
  await sendChunk(session, 0, 'gdwd')
  expect(await mine.next('final')).toMatchObject({ text: 'data' })
})

test.each(['scope=all', 'seconds=0', 'seconds=86401', 'seconds=1.5', 'seconds=-1', 'secs=3'])(
  'no token is issued with %s',
  async (query) => {
    expect(await answerTo(await open(), `/tokens?${query}`)).toMatchObject({
      status: 400,
      code: 'invalid_option',
    })
  },
)

test('a session has up to 32 tokens, of which those that expired do not count', async () => {
  const session = await open()
  for (let tokens = 1; tokens < limits.tokens; tokens++) await issue(session, 'seconds=60')
  expect(await answerTo(session, '/tokens')).toMatchObject({ status: 409, code: 'too_many_tokens' })
  later(61_000)
  await issue(session)
})

test('tries under one key are answered with one token, until it is revoked', async () => {
  const session = await open()
  const headers = { 'idempotency-key': 'some-key-of-16-or-more' }
  const tokenIdOf = async (query = '') => {
    const answer = await ask(session, `/tokens${query}`, { method: 'POST', headers })
    return ((await answer.json()) as Issued).tokenId
  }
  const tokenId = await tokenIdOf()
  expect(await tokenIdOf()).toBe(tokenId)
  const other = await ask(session, '/tokens?scope=write', { method: 'POST', headers })
  expect({ status: other.status, ...((await other.json()) as object) }).toMatchObject({
    status: 422,
    code: 'idempotency_key_reused',
  })
  await ask(session, `/tokens/${tokenId}`, { method: 'DELETE' })
  expect(await tokenIdOf()).not.toBe(tokenId)
})

test('the tokens of a session that was cancelled are not those of the next under its key', async () => {
  const begin = async () => {
    const headers = { 'idempotency-key': '0123456789abcdef' }
    const answer = await request('/v1/sessions?model=caesar-3', { method: 'POST', headers })
    return (await answer.json()) as OpenSession
  }
  const watcher = await issue(await begin())
  await ask(await begin(), '', { method: 'DELETE' })
  await begin()
  expect(await answerTo(watcher, '', 'GET')).toMatchObject({ status: 401, code: 'token_revoked' })
})
