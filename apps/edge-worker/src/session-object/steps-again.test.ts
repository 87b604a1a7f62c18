import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { afterEach, expect, test, vi } from 'vitest'
import { plainMeter } from '../shared-decipherers.ts'
import { createSeededStreams } from '../testing/seeded-stream.ts'
import type { Meter } from '../work/job.ts'
import { createWork } from '../work/work.ts'
import { ChunkDigests } from './chunk-digests.ts'
import { EventLog } from './event-log.ts'
import { limits } from './limits.ts'
import { type SessionRecord, SessionStore } from './session-record.ts'
import { StoredSession } from './stored-session.ts'

const english = await loadModel(await findModel('english'))
const options = { cipher: 'auto', model: 'english' }
const decipherer = createDecipherer({ model: english })
const streams = await createSeededStreams()
afterEach(() => void vi.restoreAllMocks())

/** Runs with storage of its own, and what opens the session that is stored there. */
const withStorage = (
  act: (storage: DurableObjectStorage, open: (meter?: Meter) => Promise<StoredSession>) => Promise<void>,
) =>
  runInDurableObject(env.SESSIONS.get(env.SESSIONS.newUniqueId()), (_, { storage }) =>
    act(storage, async (meter = plainMeter) => {
      const parts = {
        storage,
        store: new SessionStore(storage),
        log: new EventLog(storage.sql),
        digests: new ChunkDigests(storage.sql),
        work: { ...createWork(), clientRate: () => ({ most: 1, perSecond: 1 }) },
      }
      const session = new StoredSession(parts, async () => ({
        ...decipherer,
        meter,
      }))
      await session.restore()
      return session
    }),
  )

const recordOf = ({ kv }: DurableObjectStorage) => kv.get('session') as SessionRecord

const eventsOf = (storage: DurableObjectStorage) =>
  new EventLog(storage.sql).after(recordOf(storage), 0).map(({ json }) => JSON.parse(json))

/** Counts the snapshots that are written. */
const countSnapshots = ({ kv }: DurableObjectStorage) => {
  const put = vi.spyOn(kv, 'put')
  return () => put.mock.calls.filter(([key]) => key === 'snapshot').length
}

/** Reads chunks, and lets the session go after each of some; gives its events, and the number of snapshots written. */
const readLettingGo = async (chunks: readonly Uint8Array[], isLetGo: boolean) => {
  const found = { events: [] as DecipherEvent[], snapshots: 0 }
  await withStorage(async (storage, open) => {
    const snapshots = countSnapshots(storage)
    let session = await open()
    await session.begin(options, 0)
    for (const [seq, chunk] of chunks.entries()) {
      await session.push({ seq, chunk, end: seq === chunks.length - 1 }, { now: 0 })
      if (!isLetGo) continue
      session.free()
      session = await open()
    }
    Object.assign(found, { events: eventsOf(storage), snapshots: snapshots() })
    expect(storage.kv.get('snapshot')).toBeUndefined()
  })
  return found
}

test('read again after every step, a session gives the same, and few snapshots are written', async () => {
  const { chunks } = streams.bytes(3, 24)
  const kept = await readLettingGo(chunks, false)
  const letGo = await readLettingGo(chunks, true)
  expect(letGo.events).toEqual(kept.events)
  expect(kept.events.at(-1)?.type).toBe('done')
  expect(letGo.snapshots).toBeLessThan(chunks.length / 4)
})

test('what was settled is settled again', () =>
  withStorage(async (storage, open) => {
    const first = await open()
    await first.begin(options, 0)
    await first.push({ seq: 0, chunk: 'Aol tvyupun', end: false }, { now: 0 })
    await first.settle({ now: 0 })
    expect(recordOf(storage).since).toEqual(['Aol tvyupun', null])
    first.free()
    await first.push({ seq: 1, chunk: ' dhz jvsk', end: true }, { now: 0 })
    const finals = eventsOf(storage).filter(({ type }) => type === 'final')
    expect(finals.map(({ text }) => text).join('')).toHaveLength('Aol tvyupun dhz jvsk'.length)
    expect(finals[1].start).toBe(finals[0].text.length)
  }))

test('a snapshot is due when the steps since have many bytes, or were much work', () =>
  withStorage(async (storage, open) => {
    const snapshots = countSnapshots(storage)
    const session = await open({ letter: 0, steps: () => 0 })
    await session.begin(options, 0)
    const push = (seq: number, chunk: string) => session.push({ seq, chunk, end: false }, { now: 0 })
    await push(0, 'a')
    await push(1, '€'.repeat((limits.sinceBytes - 32) / 3 - 1))
    expect(snapshots()).toBe(0)
    await push(2, 'some more')
    expect([snapshots(), recordOf(storage).since, recordOf(storage).fresh]).toEqual([1, [], undefined])
    const heavy = await open({ letter: limits.sinceWork / 2, steps: () => 0 })
    await heavy.push({ seq: 3, chunk: 'c', end: false }, { now: 0 })
    expect(snapshots()).toBe(1)
    await heavy.push({ seq: 4, chunk: 'dd', end: false }, { now: 0 })
    expect(snapshots()).toBe(2)
  }))

test('a session from before snapshots were stored apart goes on', () =>
  withStorage(async (storage, open) => {
    const first = await open({ letter: limits.sinceWork, steps: () => 0 })
    await first.begin(options, 0)
    await first.push({ seq: 0, chunk: 'Aol tvyupun ', end: false }, { now: 0 })
    const { since: _, sinceWork: __, ...record } = recordOf(storage)
    expect(record.fresh).toBeUndefined()
    storage.kv.put('session', { ...record, snapshot: storage.kv.get('snapshot') })
    storage.kv.delete('snapshot')
    await (await open()).push({ seq: 1, chunk: 'dhz jvsk', end: false }, { now: 0 })
    expect(recordOf(storage).snapshot).toBeUndefined()
    await (await open()).push({ seq: 2, chunk: '', end: true }, { now: 0 })
    const finals = eventsOf(storage).filter(({ type }) => type === 'final')
    expect(finals.map(({ text }) => text).join('')).toBe('The morning was cold')
  }))
