import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { limits } from '../session-object/limits.ts'
import { createToken, readToken } from '../session-token.ts'
import { ask, openSession, request, sendChunk } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'

const post = { method: 'POST' }
const answerTo = async (path: string, init: RequestInit = post, bindings: object = env) => {
  const response = await createApp().fetch(new Request(`http://runnel.test${path}`, init), bindings)
  return { status: response.status, headers: response.headers, body: (await response.json()) as object }
}

test.each([
  ['?model=caesar-4', 'invalid_option', 'model: expected one of'],
  ['?cipher=caesar&key=three', 'invalid_option', 'key: expected a whole number'],
  ['?commit=2', 'invalid_option', 'commit.probability'],
  ['?cypher=caesar', 'invalid_option', 'cypher: expected no such parameter'],
])('POST /v1/sessions%s makes none', async (query, code, detail) => {
  const { status, body } = await answerTo(`/v1/sessions${query}`)
  expect({ status, ...body }).toMatchObject({ status: 400, code, detail: expect.stringContaining(detail) })
})

test.each([
  '/chunks',
  '/chunks?seq=-1',
  '/chunks?seq=1.5',
  '/chunks?seq=1e3',
  '/chunks?seq=0&end=yes',
  '/ack',
  '/settle?now=1',
])('POST …%s is no request', async (path) => {
  const response = await ask(await openSession('model=caesar-3'), path)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid_option' })
})

test.each([
  ['x', 'wrong_epoch'],
  ['', 'wrong_epoch'],
  ['00000000-1', 'wrong_epoch'],
  ['EPOCH-999', 'wrong_epoch'],
  ['EPOCH--1', 'wrong_epoch'],
])('the id %j is no place to go on from', async (id, code) => {
  const session = await openSession('model=caesar-3')
  const socket = await openSocket(session)
  socket.send({ type: 'chunk', seq: 0, text: 'gdwd' })
  const [epoch] = String((await socket.next('final')).id).split('-')
  const lastEventId = id.replace('EPOCH', String(epoch))
  const response = await ask(session, `/events?lastEventId=${lastEventId}`, { method: 'GET' })
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ code })
  expect(await (await openSocket(session, lastEventId)).closed).toMatchObject({ code: 4009, reason: code })
  expect((await ask(session, `/ack?id=${lastEventId}`)).status).toBe(409)
})

test.each([
  ['no JSON', 'hello'],
  ['of an unknown type', '{"type":"push"}'],
  ['without its number', '{"type":"chunk","text":"x"}'],
  ['with more than belongs there', '{"type":"settle","seq":1}'],
  ['with a number that is none', '{"type":"end","seq":-1}'],
  ['no object', '[]'],
  ['that is too long', JSON.stringify({ type: 'chunk', seq: 0, text: 'x'.repeat(limits.message) })],
])('a message %s closes the socket', async (_, message) => {
  const socket = await openSocket(await openSession('model=caesar-3'))
  socket.send(message)
  expect(await socket.closed).toMatchObject({ code: 4000, reason: 'bad_message' })
  expect(socket.messages.at(-1)).toMatchObject({ type: 'error', code: 'bad_message' })
})

test('a binary message closes the socket', async () => {
  const socket = await openSocket(await openSession('model=caesar-3'))
  socket.sendBytes(new Uint8Array([1, 2, 3]))
  expect(await socket.closed).toMatchObject({ code: 4000, reason: 'bad_message' })
})

test('a token with another model leads nowhere, though it is signed', async () => {
  const session = await openSession('model=caesar-3')
  const claims = await readToken(session.token, env.SESSION_SECRET)
  const token = await createToken({ ...claims, model: 'english' }, env.SESSION_SECRET)
  expect(await sendChunk({ ...session, token }, 0, 'gdwd')).toMatchObject({
    status: 404,
    code: 'session_gone',
  })
})

test('without a secret there are no sessions', async () => {
  const { status, body } = await answerTo('/v1/sessions', post, { ...env, SESSION_SECRET: undefined })
  expect({ status, ...body }).toMatchObject({ status: 503, code: 'sessions_not_configured' })
})

test.each([
  [{ overloaded: true }, 'overloaded', 1013],
  [{ retryable: true }, 'interrupted', 1012],
  [{ durableObjectReset: true }, 'interrupted', 1012],
  [{}, 'interrupted', 1012],
])('what the platform says with %j may be tried again', async (flags, code, close) => {
  const fail = () => Promise.reject(Object.assign(new Error('of the platform'), flags))
  const SESSIONS = { idFromName: () => ({}), get: () => ({ create: fail, push: fail, fetch: fail }) }
  const { status, headers, body } = await answerTo('/v1/sessions', post, { ...env, SESSIONS })
  expect({ status, ...body }).toMatchObject({ status: 503, code })
  expect(headers.get('retry-after')).toBe('1')
  const session = await openSession('model=caesar-3')
  const path = `/v1/sessions/${session.id}`
  expect(
    await answerTo(`${path}/chunks?seq=0&token=${session.token}`, post, { ...env, SESSIONS }),
  ).toMatchObject({
    status: 503,
    body: { code },
  })
  const upgrade = { headers: { upgrade: 'websocket' } }
  const { webSocket } = await createApp().fetch(
    new Request(`http://runnel.test${path}/socket?token=${session.token}`, upgrade),
    { ...env, SESSIONS },
  )
  const closed = new Promise((resolve) =>
    webSocket?.addEventListener('close', (event) => resolve(event.code)),
  )
  webSocket?.accept()
  expect(await closed).toBe(close)
})

test('a fault that an object answers with is ours, and nothing of it is told', async () => {
  const SESSIONS = {
    idFromName: () => ({}),
    get: () => ({ create: async () => ({ fault: 'secret' }) }),
  }
  const { status, body } = await answerTo('/v1/sessions', post, { ...env, SESSIONS })
  expect({ status, ...body }).toMatchObject({ status: 500, code: 'internal' })
  expect(JSON.stringify(body)).not.toContain('secret')
})

test('a session that never was looks like one of somebody else', async () => {
  const { token } = await openSession('model=caesar-3')
  const other = await openSession('model=caesar-3')
  const answers = await Promise.all(
    [other.id, 'f'.repeat(32), 'x'].map(async (id) => {
      const response = await request(`/v1/sessions/${id}/settle?token=${token}`, post)
      return { status: response.status, body: await response.text() }
    }),
  )
  expect(answers[0]?.status).toBe(401)
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})
