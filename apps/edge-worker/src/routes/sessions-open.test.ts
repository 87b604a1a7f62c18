import { expect, test } from 'vitest'
import { testService } from '../testing/requests.ts'
import { type OpenSession, sendChunk } from '../testing/sessions.ts'

const API_KEYS = 'key-of-one-client key-of-the-other'
const service = testService()
const guarded = testService({ API_KEYS })

/** Begins a session under a key; gives the status and the answer. */
const begin = async (key: string | undefined, query = 'model=caesar-3', apiKey?: string) => {
  const headers = {
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(apiKey !== undefined && { 'x-api-key': apiKey }),
  }
  const { send } = apiKey === undefined ? service : guarded
  const response = await send(`/v1/sessions?${query}`, { method: 'POST', headers })
  return { status: response.status, ...((await response.json()) as OpenSession & { code?: string }) }
}

test('many tries under one key make one session', async () => {
  const key = crypto.randomUUID()
  const begun = await Promise.all(Array.from({ length: 20 }, () => begin(key)))
  const [first] = begun
  expect(begun.map(({ status }) => status)).toEqual(begun.map(() => 201))
  expect(await sendChunk(first as OpenSession, 0, 'gdwd')).toEqual({ status: 200, next: 1 })
  // Later, and as the draft of the header's standard writes it.
  for (const again of [...begun, await begin(`"${key}"`)]) expect(again).toEqual(first)
  expect(await sendChunk(first as OpenSession, 1, 'gdwd')).toEqual({ status: 200, next: 2 })
})

test('without a key, and under another, a try makes a session of its own', async () => {
  const key = crypto.randomUUID()
  const begun = [await begin(key), await begin(`${key}x`), await begin(undefined), await begin(undefined)]
  expect(new Set(begun.map(({ id }) => id)).size).toBe(4)
})

test('the keys of one client are nothing to another', async () => {
  const key = crypto.randomUUID()
  const [one, other] = [
    await begin(key, 'model=caesar-3', 'key-of-one-client'),
    await begin(key, 'model=caesar-3', 'key-of-the-other'),
  ]
  expect([one.status, other.status]).toEqual([201, 201])
  expect(one.id).not.toBe(other.id)
})

test('a key that has begun another session is refused', async () => {
  const key = crypto.randomUUID()
  const { id } = await begin(key, 'model=english&cipher=caesar')
  const [wrong, ...rest] = await Promise.all([
    begin(key, 'model=english&cipher=caesar&commit=0.9'),
    begin(key, 'model=english&cipher=caesar'),
  ])
  expect(wrong).toMatchObject({ status: 422, code: 'idempotency_key_reused' })
  expect(rest).toMatchObject([{ status: 201, id }])
})

test.each(['', 'short', 'x'.repeat(65), 'with spaces in the middle', 'é'.repeat(20)])(
  'the key %j is none',
  async (key) => {
    expect(await begin(key)).toMatchObject({ status: 400, code: 'invalid_option' })
  },
)
