import { expect, test } from 'vitest'
import { limits } from '../session-object/limits.ts'
import { ask, finalsOf, openSession, readEvents, request, sendChunk } from '../testing/sessions.ts'

test('chunks are read in order, and their events kept until the end', async () => {
  const session = await openSession('model=caesar-3')
  expect(await sendChunk(session, 0, 'L Olnh ')).toEqual({ status: 200, next: 1 })
  expect(await sendChunk(session, 1, 'Dssohv', true)).toEqual({ status: 200, next: 2 })
  const events = await readEvents(session)
  expect(finalsOf(events)).toBe('I Like Apples')
  expect(events.at(-1)).toMatchObject({ type: 'done', letters: 11 })
})

test('a chunk counts once however often it is sent; a gap says what is expected', async () => {
  const session = await openSession('model=caesar-3')
  await sendChunk(session, 0, 'gd')
  expect(await sendChunk(session, 0, 'gd')).toEqual({ status: 200, next: 1 })
  expect(await sendChunk(session, 2, 'd')).toMatchObject({ status: 409, code: 'sequence_gap', expected: 1 })
  await sendChunk(session, 1, 'wd', true)
  expect(await sendChunk(session, 1, 'wd', true)).toEqual({ status: 200, next: 2 })
  expect(await sendChunk(session, 2, 'wd')).toMatchObject({ status: 409, code: 'session_ended' })
  expect(finalsOf(await readEvents(session))).toBe('data')
})

test('what waits becomes final by settle, and the session goes on', async () => {
  const session = await openSession()
  await sendChunk(session, 0, 'Aol')
  expect(await (await ask(session, '/settle')).json()).toEqual({ next: 1 })
  await sendChunk(session, 1, ' tvyupun dhz jvsk', true)
  const events = await readEvents(session)
  expect(events[0]).toMatchObject({ type: 'key' })
  expect(events.find(({ type }) => type === 'final')).toMatchObject({ start: 0, text: 'The' })
  expect(finalsOf(events)).toBe('The morning was cold')
})

test('of what is acknowledged the text is kept, and told as one final', async () => {
  const session = await openSession('model=caesar-3')
  await sendChunk(session, 0, 'gd')
  await sendChunk(session, 1, 'wd', true)
  const [first, second] = await readEvents(session)
  expect((await ask(session, `/ack?id=${second?.id}`)).status).toBe(200)
  const rest = [second, ...(await readEvents(session, second?.id))]
  expect(await readEvents(session, first?.id)).toEqual(rest)
  expect((await ask(session, `/ack?id=${rest[1]?.id}`)).status).toBe(200)
  const compact = { ...second, id: rest[1]?.id, text: 'data' }
  expect(await readEvents(session, first?.id)).toEqual([compact, ...rest.slice(2)])
})

test('a cancelled session is gone', async () => {
  const session = await openSession('model=caesar-3')
  await sendChunk(session, 0, 'gd')
  expect((await ask(session, '', { method: 'DELETE' })).status).toBe(204)
  expect(await sendChunk(session, 1, 'wd')).toMatchObject({ status: 404, code: 'session_gone' })
})

test.each(['', 'Bearer x', 'Bearer a.b.c'])('the token %j is refused', async (authorization) => {
  const { id } = await openSession('model=caesar-3')
  const response = await request(`/v1/sessions/${id}/settle`, { method: 'POST', headers: { authorization } })
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ code: 'unauthorised' })
})

test('the token of another session is refused', async () => {
  const [one, other] = [await openSession('model=caesar-3'), await openSession('model=caesar-3')]
  expect((await ask({ ...one, token: other.token }, '/settle')).status).toBe(401)
})

test.each([
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'br' },
  { 'content-type': 'text/plain; charset=utf-16' },
  { 'content-type': 'multipart/form-data; boundary=x' },
])('a chunk with %j is no text, and not read', async (headers) => {
  const session = await openSession('model=caesar-3')
  const refused = await ask(session, '/chunks?seq=0', { method: 'POST', headers, body: 'gdwd' })
  expect(refused.status).toBe(415)
  expect(await refused.json()).toMatchObject({ code: 'unsupported_media_type' })
  await sendChunk(session, 0, 'gdwd', true)
  expect(finalsOf(await readEvents(session))).toBe('data')
})

test('a chunk that says that it is too large is refused before it is read', async () => {
  const session = await openSession('model=caesar-3')
  let pulled = false
  const body = new ReadableStream<Uint8Array>(
    {
      pull: () => {
        pulled = true
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { 'content-length': String(limits.chunkBytes + 1) }
  const refused = await ask(session, '/chunks?seq=0', { method: 'POST', headers, body })
  expect(refused.status).toBe(413)
  expect(await refused.json()).toMatchObject({ code: 'chunk_too_large' })
  expect(pulled).toBe(false)
})
