import { expect, test } from 'vitest'
import { testService } from '../testing/requests.ts'

const page = 'https://page.example'
const { send } = testService({ ALLOWED_ORIGINS: `${page} https://other.example` })
const allowed = (response: Response) => response.headers.get('access-control-allow-origin')

test('pages of the listed origins may call', async () => {
  expect(allowed(await send('/v1/ciphers', { headers: { origin: page } }))).toBe(page)
  expect(allowed(await send('/v1/ciphers', { headers: { origin: 'https://evil.example' } }))).toBeNull()
})

test('problems can be read too', async () => {
  const response = await send('/v1/decipher?watch=x', { method: 'POST', headers: { origin: page } })
  expect(response.status).toBe(400)
  expect(allowed(response)).toBe(page)
  expect(response.headers.get('access-control-expose-headers')).toContain('retry-after')
})

test('a browser that asks first is answered, without a key and without the rate limiter', async () => {
  const closed = testService({
    ALLOWED_ORIGINS: '*',
    API_KEYS: 'first-key-0123456789',
    RATE_LIMITER: { limit: async () => ({ success: false }) },
  })
  const response = await closed.send('/v1/decipher', {
    method: 'OPTIONS',
    headers: { origin: page, 'access-control-request-method': 'POST' },
  })
  expect(response.status).toBe(204)
  expect(allowed(response)).toBe('*')
  expect(response.headers.get('access-control-allow-headers')).toContain('x-api-key')
})

test('streams carry it, and sockets open all the same', async () => {
  const headers = { origin: page }
  const stream = await send('/v1/decipher?model=caesar-3', { method: 'POST', body: 'gdwd', headers })
  expect(allowed(stream)).toBe(page)
  expect(await stream.text()).toBe('data')
  const begun = await send('/v1/sessions', { method: 'POST', headers })
  expect(allowed(begun)).toBe(page)
  const { id, token } = (await begun.json()) as { id: string; token: string }
  const socket = await send(`/v1/sessions/${id}/socket?token=${token}`, {
    headers: { ...headers, upgrade: 'websocket' },
  })
  expect(socket.status).toBe(101)
  const { webSocket } = socket as { webSocket: WebSocket }
  const answered = new Promise((resolve) =>
    webSocket.addEventListener('message', ({ data }) => resolve(data), { once: true }),
  )
  webSocket.accept()
  webSocket.send('{"type":"keepalive"}')
  expect(await answered).toBe('{"type":"keepalive"}')
  webSocket.close()
})
