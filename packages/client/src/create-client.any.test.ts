import { InvalidOptionError } from '@runnel/core'
import { expect, test } from 'vitest'
import { createClient } from './create-client.ts'
import { RunnelServiceError } from './errors.ts'
import type { ClientOptions } from './options.ts'

/** A client of a service that answers as the test says, and what it was asked. */
const clientOf = (
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) => {
  const asked: Request[] = []
  const fetch = (request: Request) => {
    asked.push(request)
    return answer(request)
  }
  return { asked, client: createClient({ url: 'http://service/behind/', fetch, ...options }) }
}

const collect = async <T>(flow: AsyncIterable<T>): Promise<T[]> => {
  const values: T[] = []
  for await (const value of flow) values.push(value)
  return values
}

test('options go into the query, the key into a header, and the path of the service is kept', async () => {
  const { client, asked } = clientOf(() => new Response('plain'), { apiKey: 'secret' })
  expect(
    await collect(client.decipher('cipher', { cipher: 'caesar', key: '3', commit: 0.9, model: undefined })),
  ).toEqual(['plain'])
  const [request] = asked
  expect(request?.url).toBe('http://service/behind/v1/decipher?cipher=caesar&key=3&commit=0.9')
  expect(request?.method).toBe('POST')
  expect(request?.headers.get('accept')).toBe('text/plain')
  expect(request?.headers.get('x-api-key')).toBe('secret')
  expect(await request?.text()).toBe('cipher')
})

test('candidates and changes of key are asked for in the query; candidates are events', async () => {
  const event = {
    type: 'candidates',
    start: 3,
    candidates: [{ cipher: 'caesar', key: { shift: 7 }, probability: 0.9, text: 'The' }],
  }
  const { client, asked } = clientOf(() => new Response(`${JSON.stringify(event)}\n`))
  expect(await collect(client.decipherEvents('Aol', { keyChange: 'off', candidates: 3 }))).toEqual([event])
  expect(asked[0]?.url).toBe('http://service/behind/v1/decipher?keyChange=off&candidates=3')
})

test('nothing is sent before it is read', async () => {
  const { client, asked } = clientOf(() => new Response(''))
  const flow = client.encipher('a', { cipher: 'caesar', key: '3' })
  expect(asked).toEqual([])
  await collect(flow)
  expect(asked.length).toBe(1)
})

test('events are read a line each, wherever the answer is cut', async () => {
  const bytes = new TextEncoder().encode(
    '{"type":"final","start":0,"text":"é"}\n{"type":"interim","start":1,"text":"x"}\n',
  )
  for (let length = 1; length < bytes.length; length += 3) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < bytes.length; i += length) controller.enqueue(bytes.slice(i, i + length))
        controller.close()
      },
    })
    const { client } = clientOf(() => new Response(body))
    expect(await collect(client.decipherEvents('x'))).toEqual([
      { type: 'final', start: 0, text: 'é' },
      { type: 'interim', start: 1, text: 'x' },
    ])
  }
})

test.each([
  [
    'a problem',
    Response.json({ code: 'invalid_option', detail: 'no' }, { status: 400 }),
    { status: 400, code: 'invalid_option', detail: 'no' },
  ],
  [
    'a problem that says where to go on',
    Response.json({ code: 'sequence_gap', detail: '', expected: 4 }, { status: 409 }),
    { code: 'sequence_gap', members: { expected: 4 } },
  ],
  [
    'one that says when to come back',
    Response.json({ code: 'rate_limited', detail: '' }, { status: 429, headers: { 'retry-after': '2' } }),
    { members: { retryAfter: 2000 } },
  ],
  [
    'what a gateway says',
    new Response('<h1>', { status: 502, statusText: 'Bad Gateway' }),
    { status: 502, code: 'http_502', detail: 'Bad Gateway' },
  ],
])('%s is an error with its status, code and detail', async (_, response, expected) => {
  const { client } = clientOf(() => response)
  const error = await client.models().catch((reason: unknown) => reason)
  expect(RunnelServiceError.isInstance(error)).toBe(true)
  expect(error).toMatchObject(expected)
})

test('a source of pieces is gathered where it is not to be streamed, surrogate pairs whole', async () => {
  const { client, asked } = clientOf(() => new Response(''))
  const { buffer } = new TextEncoder().encode('cd')
  const pieces = ['a\ud83d', '\ude00b', new Uint8Array(buffer, 0, 1), new DataView(buffer, 1), '', '\ud83d']
  await collect(client.decipher(pieces, { upload: 'whole' }))
  expect(await asked[0]?.text()).toBe('a😀bcd\ufffd')
  await collect(client.decipher(buffer))
  expect(await asked[1]?.text()).toBe('cd')
})

test('a piece that is neither text nor bytes is an error, and closes the source', async () => {
  const { client } = clientOf(() => new Response(''))
  let closed = false
  function* pieces() {
    try {
      yield 42 as unknown as string
    } finally {
      closed = true
    }
  }
  const error = await collect(client.decipher(pieces(), { upload: 'whole' })).catch(
    (reason: unknown) => reason,
  )
  expect(InvalidOptionError.isInstance(error)).toBe(true)
  expect(closed).toBe(true)
})

test('leaving the loop ends the request', async () => {
  let signal: AbortSignal | undefined
  const { client } = clientOf((request) => {
    signal = request.signal
    return new Response('plain')
  })
  for await (const _ of client.decipher('x')) break
  expect(signal?.aborted).toBe(true)
})

test.each([
  ['an address that is none', () => createClient({ url: 'service' }), /^url: expected the address/],
  [
    'a platform without sockets',
    () =>
      createClient({ url: 'http://service', WebSocket: null as never }).resumeSession({
        id: 's',
        token: 't',
      }),
    /^WebSocket: expected/,
  ],
])('%s is refused at once', (_, make, message) => {
  expect(make).toThrow(message)
})
