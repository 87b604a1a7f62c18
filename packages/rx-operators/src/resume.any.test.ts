import { type Chunk, InvalidOptionError } from '@runnel/core'
import { createDecipherer, finalText, SnapshotFormatError, SnapshotMismatchError } from '@runnel/decipher'
import { allEvents, anyChunks, createRecallingModel } from '@runnel/decipher/testing'
import fc from 'fast-check'
import { from, of, tap } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { decipher, decipherEvents } from './decipher.ts'
import { decipherRecords } from './decipher-records.ts'
import type { Checkpoint, DecipheredRecord } from './record-steps.ts'
import { outcome } from './testing/outcome.ts'

const decipherer = createDecipherer({ model: createRecallingModel() })
const other = createDecipherer({ cipher: 'caesar', key: '3' })

test('a snapshot goes on in an operator as if never interrupted, for every subscriber', () => {
  fc.assert(
    fc.property(anyChunks, fc.nat(), (chunks, at) => {
      const split = at % (chunks.length + 1)
      const session = decipherer.createSession()
      const before = chunks.slice(0, split).flatMap((chunk) => session.push(chunk))
      const snapshot = session.snapshot()
      const rest = from(chunks.slice(split))
      const [events, text] = [decipherEvents(decipherer, { snapshot }), decipher(decipherer, { snapshot })]
      snapshot.fill(0)
      const whole = allEvents(decipherer, chunks)
      for (let subscriber = 0; subscriber < 2; subscriber++) {
        expect([...before, ...outcome(rest.pipe(events)).values]).toEqual(whole)
        expect(finalText(before) + outcome(rest.pipe(text)).values.join('')).toBe(finalText(whole))
      }
    }),
    { numRuns: 100 },
  )
})

describe.each([
  ['decipher', (snapshot: Uint8Array) => decipher(decipherer, { snapshot })],
  ['decipherEvents', (snapshot: Uint8Array) => decipherEvents(decipherer, { snapshot })],
  [
    'decipherRecords',
    (snapshot: Uint8Array) => decipherRecords(decipherer, { checkpoint: { offset: 1, snapshot } }),
  ],
])('%s refuses when it is made', (_, create) => {
  test('a snapshot cut short', () => {
    const snapshot = decipherer.createSession().snapshot()
    expect(() => create(snapshot.subarray(1))).toThrow(SnapshotFormatError)
  })
  test('a snapshot of another key', () => {
    expect(() => create(other.createSession().snapshot())).toThrow(SnapshotMismatchError)
  })
})

type Read = DecipheredRecord & { checkpoint: Checkpoint }
const records = (chunks: readonly Chunk[]) => chunks.map((chunk, i) => ({ offset: 10 + 3 * i, chunk }))

test('a reader of records that stops anywhere, and is given some records again, tells each event once', () => {
  fc.assert(
    fc.property(anyChunks, fc.array(fc.nat(), { maxLength: 4 }), fc.nat(4), (chunks, stops, again) => {
      const log = records(chunks)
      const stored: { events: unknown[]; checkpoint?: Checkpoint } = { events: [] }
      const store = tap<DecipheredRecord>(({ events, checkpoint }) => {
        stored.events.push(...events)
        if (checkpoint) stored.checkpoint = checkpoint
      })
      const readUpTo = (end: number) => {
        const next = log.findIndex(({ offset }) => offset > (stored.checkpoint?.offset ?? 0))
        const start = Math.max(0, (next === -1 ? log.length : next) - again)
        const session = decipherRecords(decipherer, { checkpoint: stored.checkpoint })
        return from(log.slice(start, end)).pipe(session, store)
      }
      for (const stop of stops) {
        // Leaving without completion, as when a process ends: the flush never happens.
        const source = from(log.slice(0, stop % (log.length + 1)))
        const session = decipherRecords(decipherer, { checkpoint: stored.checkpoint })
        source.pipe(session).subscribe(({ events, checkpoint }) => {
          if (!checkpoint) return
          stored.events.push(...events)
          stored.checkpoint = checkpoint
        })
      }
      outcome(readUpTo(log.length))
      expect(stored.events).toEqual(allEvents(decipherer, chunks))
    }),
    { numRuns: 100 },
  )
})

describe('records', () => {
  test('a checkpoint comes with every so many records', () => {
    const read = outcome(
      from(records(['gd', 'wd', 'gd', 'wd', 'gd'])).pipe(decipherRecords(other, { every: 2 })),
    ).values as Read[]
    expect(read.map(({ offset, checkpoint }) => [offset, checkpoint?.offset])).toEqual([
      [10, undefined],
      [13, 13],
      [16, undefined],
      [19, 19],
      [22, undefined],
      [22, undefined],
    ])
    const rest = outcome(
      of({ offset: 22, chunk: 'gd' }).pipe(decipherRecords(other, { checkpoint: read[3].checkpoint })),
    ).values
    expect(rest[0].events).toEqual([{ type: 'final', start: 8, text: 'da' }])
  })

  test('offsets may be larger than numbers can say', () => {
    const big = 2n ** 60n
    const twice = of(
      { offset: big, chunk: 'gd' },
      { offset: big, chunk: 'gd' },
      { offset: big + 1n, chunk: 'wd' },
    )
    const read = outcome(twice.pipe(decipherRecords<bigint>(other))).values
    expect(read.map(({ offset, events }) => [offset, finalText(events)])).toEqual([
      [big, 'da'],
      [big + 1n, 'ta'],
      [big + 1n, ''],
    ])
  })

  test.each([0, -1, 1.5, Number.NaN])('a checkpoint every %d records is refused', (every) => {
    expect(() => decipherRecords(other, { every })).toThrow(InvalidOptionError)
  })
})
