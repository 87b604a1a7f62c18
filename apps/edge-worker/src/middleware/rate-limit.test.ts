import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { testService } from '../testing/requests.ts'

/** A limiter that lets each key through as often as told. */
const limiter = (times: number) => {
  const seen = new Map<string, number>()
  return {
    seen,
    limit: async ({ key }: RateLimitOptions) => {
      seen.set(key, (seen.get(key) ?? 0) + 1)
      return { success: (seen.get(key) as number) <= times }
    },
  }
}

test('who comes too often is told when to come back', async () => {
  const { send } = testService({ RATE_LIMITER: limiter(2), RATE_LIMIT_PERIOD: '10' })
  const from = (address: string) => send('/v1/ciphers', { headers: { 'cf-connecting-ip': address } })
  expect((await from('192.0.2.1')).status).toBe(200)
  expect((await from('192.0.2.1')).status).toBe(200)
  const refused = await from('192.0.2.1')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('10')
  expect(await refused.json()).toMatchObject({ code: 'rate_limited' })
  expect((await from('192.0.2.2')).status).toBe(200)
})

test('guesses at keys are counted by address, their bearers by key, and the limiter never sees one', async () => {
  const RATE_LIMITER = limiter(1)
  const { send } = testService({ RATE_LIMITER, API_KEYS: 'first-key-0123456789' })
  const ask = (key: string) =>
    send('/v1/ciphers', { headers: { 'cf-connecting-ip': '192.0.2.1', 'x-api-key': key } })
  expect((await ask('guess-0')).status).toBe(401)
  expect((await ask('guess-1')).status).toBe(429)
  expect((await ask('first-key-0123456789')).status).toBe(200)
  expect([...RATE_LIMITER.seen.keys()].join()).not.toMatch(/first-key|guess/)
})

test('the limiter of the platform does so', async () => {
  const { TESTED_LIMITER } = env as unknown as { TESTED_LIMITER: RateLimit }
  const { send } = testService({ RATE_LIMITER: TESTED_LIMITER })
  const ask = () => send('/v1/ciphers', { headers: { 'cf-connecting-ip': '192.0.2.9' } })
  const answers: number[] = []
  for (let time = 0; time < 5; time++) answers.push((await ask()).status)
  expect(answers).toEqual([200, 200, 200, 429, 429])
  expect((await send('/health')).status).toBe(200)
})

test('where nobody knows who asks, as on a machine of one’s own, there is no rate', async () => {
  const { send } = testService({ RATE_LIMITER: limiter(0) })
  expect((await send('/v1/ciphers')).status).toBe(200)
})
