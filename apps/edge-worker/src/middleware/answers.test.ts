import { expect, test } from 'vitest'
import { testService } from '../testing/requests.ts'

const { send } = testService()

test.each([
  [undefined, 'text/plain'],
  ['*/*', 'text/plain'],
  ['text/*', 'text/plain'],
  ['image/png, */*;q=0.1', 'text/plain'],
  ['application/x-ndjson', 'application/x-ndjson'],
  ['text/plain;q=0.5, text/event-stream', 'text/event-stream'],
  ['application/*', 'application/x-ndjson'],
])('Accept: %s is answered with %s', async (accept, type) => {
  const init = { method: 'POST', body: 'gdwd', headers: accept === undefined ? {} : { accept } }
  const response = await send('/v1/decipher?model=caesar-3', init)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  await response.text()
})

const deciphered = ['text/plain', 'application/x-ndjson', 'text/event-stream', 'application/json']

test.each([
  ['POST', '/v1/decipher', 'image/png', deciphered],
  ['POST', '/v1/decipher', '*/*;q=0', deciphered],
  ['POST', '/v1/encipher?cipher=caesar&key=3', 'text/event-stream', ['text/plain']],
  ['GET', '/v1/models', 'text/html', ['application/json']],
])('%s %s cannot be had as %s', async (method, path, accept, types) => {
  const response = await send(path, { method, headers: { accept } })
  expect(response.status).toBe(406)
  expect(await response.json()).toMatchObject({ code: 'not_acceptable', types })
})

test.each([
  [{ 'content-type': 'multipart/form-data; boundary=x' }, 'without parts'],
  [{ 'content-encoding': 'gzip' }, 'no coding'],
  [{ 'content-type': 'text/plain; charset=latin1' }, 'UTF-8'],
])('a body of %j is refused', async (headers, why) => {
  const response = await send('/v1/decipher', { method: 'POST', body: 'gdwd', headers })
  expect(response.status).toBe(415)
  const { code, detail } = (await response.json()) as { code: string; detail: string }
  expect(code).toBe('unsupported_media_type')
  expect(detail).toContain(why)
})

test.each([
  ['GET', '/v1/decipher', 'POST'],
  ['DELETE', '/v1/models', 'GET'],
  ['PUT', '/v1/sessions', 'POST'],
  ['POST', '/v1/sessions/x', 'GET, DELETE'],
  ['POST', '/health', 'GET'],
])('%s %s is answered with what the path takes', async (method, path, allow) => {
  const response = await send(path, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe(allow)
})

test('a long query is refused before it is read', async () => {
  const response = await send(`/v1/decipher?key=${'1'.repeat(2048)}`, { method: 'POST' })
  expect(response.status).toBe(414)
  expect(await response.json()).toMatchObject({ code: 'query_too_long' })
  expect((await send(`/v1/decipher?key=${'1'.repeat(2043)}`, { method: 'POST' })).status).toBe(400)
})

test('answers say what browsers may not do with them', async () => {
  const { headers } = await send('/health')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(headers.get('strict-transport-security')).toContain('max-age=')
  expect(headers.get('access-control-allow-origin')).toBeNull()
})
