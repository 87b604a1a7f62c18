import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createLanguageLoader } from '../language-loader.ts'
import { createSubstitutionLoader } from '../substitution-loader.ts'
import { FULL } from './constants.ts'
import { Turns } from './turns.ts'

/** Acts in the context of an object of its own; its storage answers in no other. */
const inObject = <T>(act: (state: DurableObjectState) => Promise<T>): Promise<T> =>
  runInDurableObject(env.SESSIONS.get(env.SESSIONS.newUniqueId()), (_, state) => act(state))

/** Begins something in an object that the platform ends at once. */
const begunAndEnded = (begin: () => Promise<unknown>): Promise<void> =>
  inObject(async (state) => {
    begin().catch(() => {})
    state.abort('ended')
  }).catch(() => {})

test('objects and requests that take turns with one another each go on in a context of their own', async () => {
  const turns = new Turns()
  const objects = Array.from({ length: 4 }, (_, object) =>
    inObject(async ({ storage }) => {
      for (let i = 1; i <= 20; i++) {
        await turns.take((object + i) % 3, () => storage.kv.get('turns'))
        storage.kv.put('turns', i)
      }
      await storage.sync()
      return storage.kv.get('turns')
    }),
  )
  for (let i = 0; i < 20; i++) await turns.take(1, () => {})
  expect(await Promise.all(objects)).toEqual([20, 20, 20, 20])
  expect(turns.waiting).toBe(0)
})

test('objects that are ended with the turn, or while they wait for it, hold up nobody for long', async () => {
  const turns = new Turns()
  for (let i = 0; i < FULL; i++) await begunAndEnded(() => turns.take(0, () => {}))
  const start = Date.now()
  expect(await inObject(({ storage }) => turns.take(3, () => storage.kv.get('turns')))).toBeUndefined()
  expect(Date.now() - start).toBeLessThan(1000)
  expect(turns.waiting).toBe(0)
})

test('where all that wait have been ended, others find room after a while', async () => {
  const turns = new Turns()
  for (let i = 0; i < FULL; i++) await begunAndEnded(() => turns.take(0, () => {}))
  await expect.poll(() => turns.checkRoom(FULL), { timeout: 5000 }).toBeUndefined()
})

const [languages, searches] = [createLanguageLoader(), createSubstitutionLoader()]

test.each<[string, () => Promise<unknown>]>([
  ['counts of a language', () => languages(['de'], env.ASSETS)],
  ['tables of a search', () => searches('en', env.ASSETS)],
])('%s that an object began to load that is ended: who asks next loads them anew', async (_, load) => {
  await begunAndEnded(load)
  const others = Array.from({ length: 2 }, () =>
    inObject(async ({ storage }) => {
      await load()
      return storage.kv.get('loaded')
    }),
  )
  expect(await Promise.all(others)).toEqual([undefined, undefined])
})
