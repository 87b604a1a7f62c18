import { createDecipherer } from '@runnel/decipher'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { describe, expect, test } from 'vitest'
import { decipher } from './decipher.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
const post = (body: BodyInit, headers: HeadersInit = {}) => ({ method: 'POST', body, headers })

describe('decipher', () => {
  test('answers with plaintext, and with the headers of other middleware', async () => {
    const app = new Hono()
      .use(cors(), async (context, next) => {
        context.header('x-own', '1')
        await next()
      })
      .post('/', decipher({ decipherer }))
    const response = await app.request('/', post('L Olnh 😀'))
    expect(await response.text()).toBe('I Like 😀')
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-origin': '*',
      'cache-control': 'no-store, no-transform',
      'content-encoding': 'identity',
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-own': '1',
    })
  })

  test('with events where they are asked for, or always', async () => {
    const app = new Hono()
      .post('/', decipher({ decipherer }))
      .post('/events', decipher({ decipherer, type: 'text/event-stream' }))
    for (const response of [
      await app.request('/', post('gdwd', { accept: 'text/event-stream' })),
      await app.request('/events', post('gdwd')),
    ]) {
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
      expect(await response.text()).toContain(
        'event: final\ndata: {"type":"final","start":0,"text":"data"}\n\n',
      )
    }
  })

  test('with a decipherer that the request chooses', async () => {
    const chosen = decipher({
      decipherer: async (context) => createDecipherer({ cipher: 'caesar', key: context.req.query('key') }),
    })
    const app = new Hono().post('/', chosen).onError((error, context) => context.text(error.message, 400))
    expect(await (await app.request('/?key=1', post('ebub'))).text()).toBe('data')
    const refused = await app.request('/?key=x', post('ebub'))
    expect([refused.status, await refused.text()]).toEqual([
      400,
      'key: expected a whole number such as 3 or -3, or rot13, received "x"',
    ])
  })

  test('while the body still arrives', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const init: RequestInit & { duplex: 'half' } = { ...post(readable), duplex: 'half' }
    const response = await new Hono().post('/', decipher({ decipherer })).request('/', init)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (const [ciphertext, plaintext] of [
      ['gd', 'da'],
      ['wd', 'ta'],
    ]) {
      void writer.write(new TextEncoder().encode(ciphertext))
      expect((await reader?.read())?.value).toBe(plaintext)
    }
    void writer.close()
    expect((await reader?.read())?.done).toBe(true)
  })
})
