import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { ask, finalsOf, openSession, readEvents, sendChunk, stubOf } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'

const owner = { tokenId: 'first', scope: 'write' } as const
const CONFLICT = { status: 409, code: 'chunk_conflict' }

test('of 20 writers of the same number one is heard, and the others are told', async () => {
  const session = await openSession('cipher=caesar&key=0')
  const bodies = Array.from({ length: 20 }, (_, i) => `writer ${i} `)
  const answers = await Promise.all(bodies.map((body) => sendChunk(session, 0, body)))
  const heard = answers.flatMap(({ status }, i) => (status === 200 ? [bodies[i]] : []))
  expect(heard.length).toBe(1)
  const refused = answers.filter(({ status }) => status !== 200)
  expect(refused).toEqual(refused.map(() => expect.objectContaining({ ...CONFLICT, expected: 1 })))
  // Who was heard may say it again.
  expect(await sendChunk(session, 0, heard[0] as string)).toEqual({ status: 200, next: 1 })
  await sendChunk(session, 1, '', true)
  expect(finalsOf(await readEvents(session))).toBe(heard[0])
})

test('the conflict says what stands: FNV-1a of its bytes, and of a byte that is 1 for the last', async () => {
  const session = await openSession('cipher=caesar&key=0')
  await sendChunk(session, 0, 'foobar')
  const response = await ask(session, '/chunks?seq=0', { method: 'POST', body: 'other' })
  // Of "foobar\\0".
  expect(await response.json()).toMatchObject({ expected: 1, digest: '34531ca7168b8f38' })
})

test('sockets are told too, and stay open', async () => {
  const session = await openSession('cipher=caesar&key=0')
  const socket = await openSocket(session)
  await sendChunk(session, 0, 'gdwd €')
  socket.send({ type: 'chunk', seq: 0, text: 'gdwd' })
  expect(await socket.next('error')).toMatchObject({ code: 'chunk_conflict', expected: 1 })
  socket.send({ type: 'chunk', seq: 0, text: 'gdwd €' })
  expect(await socket.next('accepted')).toMatchObject({ next: 1 })
  expect(await sendChunk(session, 0, 'gdwd')).toMatchObject(CONFLICT)
})

test('an end is not the chunk without it', async () => {
  const session = await openSession('cipher=caesar&key=0')
  await sendChunk(session, 0, '')
  expect(await sendChunk(session, 0, '', true)).toMatchObject(CONFLICT)
  await sendChunk(session, 1, 'x', true)
  expect(await sendChunk(session, 1, 'x')).toMatchObject(CONFLICT)
  expect(await sendChunk(session, 1, 'x', true)).toEqual({ status: 200, next: 2 })
})

test('however far back, and after the object slept', async () => {
  const session = await openSession('cipher=caesar&key=0')
  const stub = await stubOf(session)
  const COUNT = 1100
  for (let seq = 0; seq < COUNT; seq++) {
    await stub.push(owner, { seq, chunk: `${seq} `, end: false })
  }
  await evictDurableObject(stub)
  for (const seq of [0, 1, 511, 512, 1023, 1024, COUNT - 1]) {
    expect(await sendChunk(session, seq, `${seq} `)).toEqual({ status: 200, next: COUNT })
    expect(await sendChunk(session, seq, `${seq}`)).toMatchObject({ ...CONFLICT, expected: COUNT })
  }
})
