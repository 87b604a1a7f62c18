import { runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { openSession, readEvents, sendChunk, stubOf } from '../testing/sessions.ts'
import type { SessionRecord } from './session-record.ts'

test('the latest candidates are kept, and no earlier ones: they leave the room to finals', async () => {
  const session = await openSession('cipher=caesar&candidates=1')
  const chunks = ['Ao', 'l t', 'vyu', 'pun dhz jvsk']
  for (const [seq, chunk] of chunks.entries()) await sendChunk(session, seq, chunk)
  await sendChunk(session, chunks.length, '', true)
  const events = await readEvents(session)
  expect(events.filter(({ type }) => type === 'candidates')).toEqual([
    {
      id: expect.any(String),
      type: 'candidates',
      start: 20,
      candidates: [
        {
          cipher: 'caesar',
          key: { shift: 7 },
          probability: expect.closeTo(1, 3),
          text: 'The morning was cold',
        },
      ],
    },
  ])
  const ids = events.flatMap(({ id }) => (id === undefined ? [] : [Number(id.split('-')[1])]))
  expect(ids).toEqual([...ids].sort((a, b) => a - b))
  const length = events.reduce((sum, { id, ...event }) => sum + (id ? JSON.stringify(event).length : 0), 0)
  await runInDurableObject(await stubOf(session), (_, { storage }) => {
    expect(storage.kv.get<SessionRecord>('session')?.logBytes).toBe(length)
  })
})
