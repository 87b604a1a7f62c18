import { createDecipherer } from '@runnel/decipher'
import { encodingOf } from '@runnel/decipher/encodings'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { decipherBody } from './decipher-body.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: '3', encoding: encodingOf('hex') })
/** `{"a":1}` in Caesar of shift 3, in hexadecimal. */
const ciphertext = '7b 22 64 22 3a 31 7d'
const post = (body?: BodyInit) => ({
  method: 'POST',
  ...(body !== undefined && { body, headers: { 'content-length': '20' } }),
})

test('handlers read plaintext, as text, JSON or a stream, and no length that is wrong', async () => {
  const app = new Hono()
    .use(decipherBody({ decipherer: () => decipherer }))
    .post('/text', async (context) => context.text(await context.req.text()))
    .post('/json', async (context) => context.json(await context.req.json()))
    .post('/stream', (context) => context.body(context.req.raw.body as ReadableStream))
    .post('/length', (context) => context.text(context.req.header('content-length') ?? 'none'))
  const answers = ['/text', '/json', '/stream', '/length'].map(async (path) =>
    (await app.request(path, post(ciphertext))).text(),
  )
  expect(await Promise.all(answers)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}', 'none'])
})

test('a request without a body, or whose body was read, stays as it is', async () => {
  const app = new Hono()
    .use('/read', async (context, next) => {
      await context.req.text()
      await next()
    })
    .use(decipherBody({ decipherer }))
    .all('*', async (context) => context.text(await context.req.text()))
  expect(await (await app.request('/')).text()).toBe('')
  expect(await (await app.request('/', post())).text()).toBe('')
  expect(await (await app.request('/read', post(ciphertext))).text()).toBe(ciphertext)
})

test('a body that is no ciphertext fails where it is read', async () => {
  const app = new Hono()
    .post('/', decipherBody({ decipherer }), async (context) => context.text(await context.req.text()))
    .onError((error, context) => context.text(String('code' in error && error.code), 400))
  const response = await app.request('/', post('zz'))
  // A browser tells its own error where the body of a request fails.
  const code = 'window' in globalThis ? 'false' : 'malformed_encoding'
  expect([response.status, await response.text()]).toEqual([400, code])
})
