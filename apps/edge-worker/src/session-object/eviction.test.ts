import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { openEvents } from '../testing/event-source.ts'
import { createSeededStreams } from '../testing/seeded-stream.ts'
import {
  openSession,
  type ReceivedEvent,
  readEvents,
  sendChunk,
  stubOf,
  withoutIds,
} from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'

const streams = await createSeededStreams()

test.each([1, 2, 3, 4])(
  'evicted at 50 random places, sockets closed or hibernated: nothing changes (seed %i)',
  async (seed) => {
    const { chunks, events } = streams.bytes(seed, 100)
    const random = createRandom(seed)
    const places = new Set<number>()
    while (places.size < 50) places.add(random.integer(chunks.length))

    const session = await openSession()
    const stub = await stubOf(session)
    const received = []
    let socket = await openSocket(session)
    for (const [seq, chunk] of chunks.entries()) {
      expect(await sendChunk(session, seq, chunk, seq === chunks.length - 1)).toEqual({
        status: 200,
        next: seq + 1,
      })
      if (!places.has(seq)) continue
      const webSockets = random.next() < 0.5 ? 'close' : 'hibernate'
      await evictDurableObject(stub, { webSockets })
      if (webSockets === 'hibernate') continue
      await socket.closed
      received.push(...socket.stored())
      socket = await openSocket(session, received.at(-1)?.id)
    }
    expect(await socket.closed).toMatchObject({ code: 1000 })
    received.push(...socket.stored())
    expect(withoutIds(received)).toEqual(events)
    expect(withoutIds(await readEvents(session))).toEqual(events)
  },
)

test('readers that are cut off when their object is reset, as by a deploy, go on at the id where they were', async () => {
  const { chunks, events } = streams.bytes(5, 40)
  const session = await openSession()
  const fromStream: ReceivedEvent[] = []
  const fromSocket: ReceivedEvent[] = []
  let [stream, socket] = [await openEvents(session), await openSocket(session)]
  for (const [seq, chunk] of chunks.entries()) {
    await sendChunk(session, seq, chunk, seq === chunks.length - 1)
    if (seq !== 9 && seq !== 19) continue
    await stream.next('final')
    await expect(
      runInDurableObject(await stubOf(session), (_, state) => state.abort('deployed')),
    ).rejects.toThrow()
    await expect(stream.rest()).rejects.toThrow()
    fromStream.push(...stream.received.filter(({ id }) => id !== undefined))
    stream = await openEvents(session, fromStream.at(-1)?.id)
    expect((await socket.closed).code).toBe(1006)
    fromSocket.push(...socket.stored())
    socket = await openSocket(session, fromSocket.at(-1)?.id)
  }
  await socket.closed
  expect(withoutIds([...fromStream, ...(await stream.rest())])).toEqual(events)
  expect(withoutIds([...fromSocket, ...socket.stored()])).toEqual(events)
})
