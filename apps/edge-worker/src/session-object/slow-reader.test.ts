import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { finalsOf, openSession, sendChunk, stubOf } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'
import { limits } from './limits.ts'

type Socket = Awaited<ReturnType<typeof openSocket>>

const CHUNKS = 100
const chunk = (seq: number) => `${seq} `.padEnd(limits.chunkBytes, 'é€x😀 ').slice(0, limits.chunkBytes / 4)

const bytesOf = ({ messages }: Socket) =>
  messages
    .filter(({ type }) => type !== 'mark')
    .reduce((sum, message) => sum + new TextEncoder().encode(JSON.stringify(message)).length, 0)

/** A session with more events than a socket may be ahead of its reader. */
const longSession = async () => {
  const session = await openSession('cipher=caesar&key=0')
  const socket = await openSocket(session)
  for (let seq = 0; seq < CHUNKS; seq++) await sendChunk(session, seq, chunk(seq), seq === CHUNKS - 1)
  return { session, socket, text: Array.from({ length: CHUNKS }, (_, seq) => chunk(seq)).join('') }
}

test('a reader that sends no mark back is paused, and gets the rest once it does', async () => {
  const { session, socket, text } = await longSession()
  const paused = bytesOf(socket)
  expect(paused).toBeLessThanOrEqual(limits.windowBytes)
  expect(paused).toBeGreaterThan(limits.windowBytes - limits.markBytes)
  await evictDurableObject(await stubOf(session), { webSockets: 'hibernate' })
  socket.send({ type: 'mark', mark: (await socket.next('mark')).mark })
  await socket.next('mark')
  socket.sendMarks()
  expect(await socket.closed).toMatchObject({ code: 1000, reason: 'done' })
  expect(bytesOf(socket)).toBeGreaterThan(paused)
  expect(finalsOf(socket.stored())).toBe(text)
})

test('one mark frees just what was sent before it', async () => {
  const { socket } = await longSession()
  const before = bytesOf(socket)
  const first = await socket.next('mark')
  socket.send({ type: 'mark', mark: first.mark })
  await socket.refused()
  const more = bytesOf(socket) - before
  expect(more).toBeGreaterThan(0)
  expect(more).toBeLessThan(2 * limits.markBytes)
  // A mark counts once, and nobody can make one up.
  socket.send({ type: 'mark', mark: first.mark })
  expect(await socket.closed).toMatchObject({ code: 4000, reason: 'bad_message' })
})

test('a client that sends and does not read is sent away, and the session goes on', async () => {
  const { session, socket } = await longSession()
  for (let i = 0; i < 3000; i++) socket.send({ type: 'chunk', seq: 0, text: '' })
  expect(await socket.closed).toMatchObject({ code: 4010, reason: 'slow_reader' })
  expect(bytesOf(socket)).toBeLessThan(limits.windowBytes + 1024)
  const next = await openSocket(session, socket.stored().at(-1)?.id)
  next.sendMarks()
  expect(await next.closed).toMatchObject({ code: 1000 })
})
