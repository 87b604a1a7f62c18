import { expect, test } from 'vitest'
import { ask, openSession } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'

test('a socket sends chunks and gets events, and is closed when all is done', async () => {
  const socket = await openSocket(await openSession('model=caesar-3'))
  socket.send({ type: 'chunk', seq: 0, text: 'L Olnh ' })
  socket.send({ type: 'chunk', seq: 1, text: 'Dssohv' })
  socket.send({ type: 'end', seq: 2 })
  expect(await socket.closed).toMatchObject({ code: 1000, reason: 'done' })
  expect(socket.finals()).toBe('I Like Apples')
  expect(socket.messages.filter(({ type }) => type === 'accepted')).toEqual([
    { type: 'accepted', next: 1 },
    { type: 'accepted', next: 2 },
    { type: 'accepted', next: 3 },
  ])
})

test('a gap is told and the socket stays open', async () => {
  const socket = await openSocket(await openSession('model=caesar-3'))
  socket.send({ type: 'chunk', seq: 1, text: 'gdwd' })
  expect(await socket.next('error')).toMatchObject({ code: 'sequence_gap', expected: 0 })
  socket.send({ type: 'chunk', seq: 0, text: 'gdwd' })
  expect(await socket.next('accepted')).toMatchObject({ next: 1 })
})

test('cancelling sends every reader away', async () => {
  const session = await openSession('model=caesar-3')
  const [one, other] = [await openSocket(session), await openSocket(session)]
  one.send({ type: 'cancel' })
  expect(await one.closed).toMatchObject({ code: 4011 })
  expect(await other.closed).toMatchObject({ code: 4011 })
  expect(other.messages.at(-1)).toMatchObject({ type: 'error', code: 'session_cancelled' })
})

test('a wrong token is told over the socket', async () => {
  const socket = await openSocket({ ...(await openSession('model=caesar-3')), token: 'x' })
  expect(await socket.closed).toMatchObject({ code: 4001 })
  expect(socket.messages).toMatchObject([{ type: 'error', code: 'unauthorised' }])
})

test('a socket goes on after the last event that it got', async () => {
  const session = await openSession('model=caesar-3')
  const one = await openSocket(session)
  one.send({ type: 'chunk', seq: 0, text: 'gd' })
  const { id } = await one.next('final')
  one.close()
  const other = await openSocket(session, id)
  other.send({ type: 'chunk', seq: 1, text: 'wd' })
  expect(await other.next('final')).toMatchObject({ start: 2, text: 'ta' })
  expect(other.finals()).toBe('ta')
})

test('a request that is no WebSocket is told so', async () => {
  const response = await ask(await openSession('model=caesar-3'), '/socket', { method: 'GET' })
  expect(response.status).toBe(426)
  expect(response.headers.get('upgrade')).toBe('websocket')
})
