import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { InvalidOptionError } from '@runnel/core'
import { createDecipherer } from '@runnel/decipher'
import { findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { expect, test, vi } from 'vitest'
import { plainMeter } from '../shared-decipherers.ts'
import { createWork, type Work } from '../work/work.ts'
import { ChunkDigests } from './chunk-digests.ts'
import { EventLog } from './event-log.ts'
import { limits } from './limits.ts'
import { type SessionRecord, SessionStore } from './session-record.ts'
import { StoredSession } from './stored-session.ts'
import type { MakeDecipherer } from './warm-session.ts'

const [english, caesar] = await Promise.all(
  ['english', 'shift-any'].map(async (name) => loadModel(await findModel(name))),
)
const options = { cipher: 'auto', model: 'english' }

/** Runs with a session on storage of its own. */
const withSession = (act: (session: StoredSession, storage: DurableObjectStorage) => void | Promise<void>) =>
  runInDurableObject(env.SESSIONS.get(env.SESSIONS.newUniqueId()), async (_, { storage }) => {
    const session = open(storage)
    await session.begin(options, 0)
    await act(session, storage)
  })

const metered = async (model = english) => ({ ...createDecipherer({ model }), meter: plainMeter })

const open = (
  storage: DurableObjectStorage,
  make: MakeDecipherer = () => metered(),
  work: Work = createWork(),
) =>
  new StoredSession(
    {
      storage,
      store: new SessionStore(storage),
      log: new EventLog(storage.sql),
      digests: new ChunkDigests(storage.sql),
      work: { ...work, clientRate: () => ({ most: 1, perSecond: 1 }) },
    },
    make,
  )

test('the memory of a net is held between chunks, and given back at the end', () =>
  withSession(async (session) => {
    await session.push({ seq: 0, chunk: 'Aol tvyupun', end: false }, { now: 0 })
    expect(english?.memory.states).toBeGreaterThan(0)
    await session.push({ seq: 1, chunk: ' dhz jvsk', end: true }, { now: 0 })
    expect(english?.memory.states).toBe(0)
  }))

test('it is given back when the session is let go, which then goes on from what is stored', () =>
  withSession(async (session) => {
    await session.push({ seq: 0, chunk: 'Aol tvyupun', end: false }, { now: 0 })
    session.free()
    expect(english?.memory.states).toBe(0)
    expect(await session.push({ seq: 1, chunk: ' dhz jvsk', end: false }, { now: 0 })).toBe(2)
    session.free()
  }))

test('what cannot be stored has not happened', () =>
  withSession(async (session, storage) => {
    await session.push({ seq: 0, chunk: 'Aol ', end: false }, { now: 0 })
    const full = vi.spyOn(storage.kv, 'put').mockImplementationOnce(() => {
      throw new Error('disk full')
    })
    await expect(session.push({ seq: 1, chunk: 'tvyupun ', end: false }, { now: 0 })).rejects.toThrow(
      'disk full',
    )
    expect(full).toHaveBeenCalledOnce()
    expect(english?.memory.states).toBe(0)
    expect(await session.push({ seq: 1, chunk: 'tvyupun ', end: false }, { now: 0 })).toBe(2)
    await session.push({ seq: 2, chunk: 'dhz jvsk', end: true }, { now: 0 })
    const finals = new EventLog(storage.sql)
      .after(storage.kv.get('session') as SessionRecord, 0)
      .filter(({ type }) => type === 'final')
    expect(finals.map(({ json }) => JSON.parse(json).text).join('')).toBe('The morning was cold')
  }))

test('a session whose model was replaced says so', () =>
  withSession(async (session, storage) => {
    await session.push({ seq: 0, chunk: 'Aol ', end: false }, { now: 0 })
    session.free()
    const changed = expect.objectContaining({ code: 'model_changed' })
    const later = open(storage, () => metered(caesar))
    await later.restore()
    await expect(later.push({ seq: 1, chunk: 'tvyupun ', end: false }, { now: 0 })).rejects.toThrow(changed)
    expect(await later.push({ seq: 0, chunk: 'Aol ', end: false }, { now: 0 })).toBe(1)
    const removed = open(storage, () => Promise.reject(new InvalidOptionError('model', 'english', 'another')))
    await removed.restore()
    await expect(removed.push({ seq: 1, chunk: 'tvyupun ', end: false }, { now: 0 })).rejects.toThrow(changed)
  }))

test('the client of a session is charged for what has to be made for it, and begins no other while it owes that', () => {
  const work = createWork()
  const make: MakeDecipherer = (_, charge) => {
    charge?.(1000)
    return metered()
  }
  const owing = expect.objectContaining({ code: 'work_limited' })
  const begin = (name: string, client: string) =>
    runInDurableObject(env.SESSIONS.getByName(`made ${name}`), async (_, { storage }) => {
      const session = open(storage, make, work)
      await session.begin(options, 0, client)
      // A try that is made again is answered as the first was.
      expect(await session.begin(options, 0, client)).toBe(false)
    })
  return begin('1', 'a')
    .then(() => expect(begin('2', 'a')).rejects.toThrow(owing))
    .then(() => begin('3', 'b'))
})

test('a chunk that is too large is refused before it is written to UTF-8 and digested', () =>
  withSession(async (session) => {
    const encode = vi.spyOn(TextEncoder.prototype, 'encode')
    const sent = { seq: 0, chunk: 'x'.repeat(limits.chunkBytes + 1), end: false }
    const refused = expect.objectContaining({ code: 'chunk_too_large' })
    await expect(session.push(sent, { now: 0 })).rejects.toThrow(refused)
    expect(encode).not.toHaveBeenCalled()
    encode.mockRestore()
  }))
