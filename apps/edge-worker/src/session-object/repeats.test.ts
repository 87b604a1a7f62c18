import { createRandom, type Random } from '@runnel/core'
import { expect, test } from 'vitest'
import { createSeededStreams } from '../testing/seeded-stream.ts'
import { openSession, readEvents, sendChunk, withoutIds } from '../testing/sessions.ts'

const streams = await createSeededStreams()

/** Each number 1 to 3 times, none more than `reach` places from where it belongs. */
const shuffled = (count: number, reach: number, random: Random): number[] =>
  Array.from({ length: count }, (_, seq) => seq)
    .flatMap((seq) =>
      Array.from({ length: 1 + random.integer(3) }, () => ({ seq, at: seq + random.integer(reach) })),
    )
    .sort((one, other) => one.at - other.at)
    .map(({ seq }) => seq)

test('each chunk 1 to 3 times and out of order, over 50 sessions: counted once, or told which is expected', async () => {
  let [gaps, repeats] = [0, 0]
  for (let seed = 0; seed < 50; seed++) {
    const { chunks, events } = streams.bytes(seed, 16)
    const session = await openSession()
    let expected = 0
    const send = async (seq: number) => {
      const answer = await sendChunk(session, seq, chunks[seq] as Uint8Array<ArrayBuffer>, seq === 15)
      if (seq > expected) expect(answer).toMatchObject({ status: 409, code: 'sequence_gap', expected })
      else expect(answer).toEqual({ status: 200, next: Math.max(expected, seq + 1) })
      if (seq > expected) gaps++
      if (seq < expected) repeats++
      if (seq === expected) expected++
    }
    for (const seq of shuffled(16, 8, createRandom(seed))) {
      await send(seq)
      // What a client does that is told of a gap: it goes back to what is expected.
      while (expected <= seq) await send(expected)
    }
    expect(expected).toBe(16)
    expect(withoutIds(await readEvents(session))).toEqual(events)
  }
  expect(gaps).toBeGreaterThan(50)
  expect(repeats).toBeGreaterThan(500)
})

test('all at once: whatever the order they arrive in, no chunk is counted twice or before its turn', async () => {
  const { chunks, events } = streams.bytes(7, 16)
  const session = await openSession()
  const random = createRandom(7)
  let next = 0
  while (next < 16) {
    const order = shuffled(16, 8, random)
    const answers = await Promise.all(
      order.map((seq) => sendChunk(session, seq, chunks[seq] as Uint8Array<ArrayBuffer>, seq === 15)),
    )
    for (const { status, code } of answers)
      if (status !== 200) expect(code).toMatch(/^(sequence_gap|session_ended)$/)
    next = Math.max(next, ...answers.map((answer) => answer.next ?? 0))
  }
  expect(withoutIds(await readEvents(session))).toEqual(events)
})
