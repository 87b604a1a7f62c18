import { everyCipher } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { send } from './testing/requests.ts'

test.each([
  ['/v1/decipher?model=caesar-4', 400, 'invalid_option', 'model: expected one of caesar-3'],
  [
    '/v1/decipher?cipher=enigmatic&key=3',
    400,
    'invalid_option',
    `cipher: expected one of ${Object.keys(everyCipher).join(', ')}, received "enigmatic"`,
  ],
  ['/v1/decipher?cipher=caesar&key=three', 400, 'invalid_option', 'key: expected a whole number such as 3'],
  ['/v1/decipher?key=3', 400, 'invalid_option', 'cipher: expected the cipher that the key belongs to'],
  ['/v1/decipher?commit=2', 400, 'invalid_option', 'commit.probability: expected a number above 0.5'],
  ['/v1/decipher?commit=much', 400, 'invalid_option', 'commit: expected a number, received "much"'],
  ['/v1/decipher?watch=never', 400, 'invalid_option', 'watch: expected one of every, adaptive, off'],
  [
    '/v1/decipher?cypher=caesar',
    400,
    'invalid_option',
    'cypher: expected no such parameter; possible are cipher, key',
  ],
  ['/v1/decipher?model=caesar-3-encipher', 400, 'invalid_option', 'a net that deciphers'],
  ['/v1/encipher?cipher=caesar', 400, 'invalid_option', 'key: expected'],
  ['/v1/nothing', 404, 'not_found', 'POST /v1/nothing is not a route here'],
])('POST %s is answered with a problem', async (path, status, code, detail) => {
  const response = await send(path, 'gdwd')
  const body = await (response.json() as Promise<{ detail: string }>)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(body).toMatchObject({ type: 'about:blank', status, code })
  expect(body.detail).toContain(detail)
})

test('the wrong method is answered with the right one', async () => {
  const response = await send('/v1/decipher', undefined, {}, 'GET')
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST')
  expect(await response.json()).toMatchObject({ code: 'method_not_allowed' })
})
