import { evictDurableObject } from 'cloudflare:test'
import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { createSeededStreams } from '../testing/seeded-stream.ts'
import { openSession, readEvents, sendChunk, stubOf, withoutIds } from '../testing/sessions.ts'
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
