import { expect, test } from 'vitest'
import { testService } from '../testing/requests.ts'

const KEYS = 'first-key-0123456789, second-key-987654321'
const { send, log } = testService({ API_KEYS: KEYS })

const ciphers = (key?: string) =>
  send('/v1/ciphers', { headers: key === undefined ? {} : { 'x-api-key': key } })

test.each(['first-key-0123456789', 'second-key-987654321'])('%s lets its bearer in', async (key) => {
  expect((await ciphers(key)).status).toBe(200)
})

test.each([undefined, '', 'first-key-012345678', 'first-key-01234567890', KEYS, 'First-key-0123456789'])(
  '%j does not',
  async (key) => {
    const response = await ciphers(key)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'api_key_refused' })
  },
)

test('nothing is deciphered, and no session begun, without a key', async () => {
  for (const path of ['/v1/decipher', '/v1/encipher?cipher=caesar&key=3', '/v1/sessions']) {
    expect((await send(path, { method: 'POST', body: 'gdwd' })).status).toBe(401)
  }
})

test('what tells about the service is open', async () => {
  for (const path of ['/', '/health', '/openapi.json', '/docs']) expect((await send(path)).status).toBe(200)
})

test('a session needs its token alone', async () => {
  const begun = await send('/v1/sessions', {
    method: 'POST',
    headers: { 'x-api-key': 'first-key-0123456789' },
  })
  const { id, token } = (await begun.json()) as { id: string; token: string }
  const path = `/v1/sessions/${id}/chunks?seq=0`
  const authorised = { method: 'POST', body: 'gdwd', headers: { authorization: `Bearer ${token}` } }
  expect(await (await send(path, authorised)).json()).toEqual({ next: 1 })
  expect((await send(path, { method: 'POST', body: 'gdwd' })).status).toBe(401)
})

test('no key is ever logged', () => {
  expect(log.length).toBeGreaterThan(10)
  expect(JSON.stringify(log)).not.toMatch(/-key-/)
})

test('keys that can be guessed are refused by the service itself', async () => {
  const weak = testService({ API_KEYS: 'short' })
  const response = await weak.send('/v1/ciphers')
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('short')
  expect(weak.log[0].fault).toContain('SettingsError: variable API_KEYS: a key has 16 characters or more')
  expect(JSON.stringify(weak.log)).not.toContain('"short')
})
