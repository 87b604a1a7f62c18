import { createParser } from 'eventsource-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { anyText } from '../testing/arbitraries.ts'
import { createFixedShiftModel } from '../testing/index.ts'
import { collect, sourceOf } from '../testing/web-streams.ts'
import type { MediaType } from './media-types.ts'
import { decipherResponse } from './response.ts'
import { createDecipherStream } from './streams.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
const belief = { cipher: 'caesar', key: { shift: 3 }, probability: 1 }
const events = [
  { type: 'key', start: 0, ...belief },
  { type: 'final', start: 0, text: 'data' },
  { type: 'done', start: 4, ...belief, letters: 4 },
]
const ask = (accept: string, body: BodyInit | null = 'gdwd') =>
  new Request('http://service/', { method: 'POST', body, headers: { accept } })
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a stream of bytes', () => {
  test('is the body of a response, which text is not on workerd', async () => {
    const plaintext = sourceOf(['L Ol', 'nh 😀']).pipeThrough(
      createDecipherStream(decipherer, { output: 'bytes' }),
    )
    expect(await new Response(plaintext).text()).toBe('I Like 😀')
  })

  test('is the text in UTF-8, whatever the text and however it is cut', async () => {
    const through = async (chunks: string[], output: 'text' | 'bytes') =>
      collect<string | Uint8Array>(sourceOf(chunks).pipeThrough(createDecipherStream(decipherer, { output })))
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), async (chunks) => {
        const text = (await through(chunks, 'text')).map((part) => bytesOf(part as string))
        expect(await through(chunks, 'bytes')).toEqual(text)
      }),
      { numRuns: 30 },
    )
  })

  test('of any other kind there is none', () => {
    const output = 'buffer' as 'bytes'
    expect(() => createDecipherStream(decipherer, { output })).toThrow(
      'output: expected text or bytes, received "buffer"',
    )
  })
})

describe('a response', () => {
  test('streams the plaintext with the headers of a stream', async () => {
    const response = decipherResponse(ask('*/*'), decipherer, {
      headers: { 'cache-control': 'no-cache', 'x-own': '1' },
    })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-cache',
      'content-encoding': 'identity',
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-own': '1',
    })
    expect(await response.text()).toBe('data')
  })

  test.each<[string, MediaType]>([
    ['', 'text/plain'],
    ['*/*', 'text/plain'],
    ['image/png', 'text/plain'],
    ['text/*', 'text/plain'],
    ['text/event-stream', 'text/event-stream'],
    ['application/*', 'application/x-ndjson'],
    ['text/plain;q=0.5, application/x-ndjson', 'application/x-ndjson'],
    ['text/html, Application/X-NDJSON;q=0.2, */*;q=0.1', 'application/x-ndjson'],
    ['text/plain;q=0, */*', 'application/x-ndjson'],
    ['text/event-stream;q=x, text/plain', 'text/plain'],
  ])('Accept: %s', (accept, type) => {
    const { headers } = decipherResponse(ask(accept), decipherer)
    expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  })

  test('of events, as lines and as server-sent events', async () => {
    const answer = decipherResponse(ask('application/x-ndjson'), decipherer)
    const lines = new TextDecoder().decode(await answer.arrayBuffer())
    expect(lines.split('\n').map((line) => (line ? JSON.parse(line) : line))).toEqual([...events, ''])
    const sent = await decipherResponse(ask(''), decipherer, { type: 'text/event-stream' }).text()
    const told: unknown[] = []
    const parser = createParser({ onEvent: ({ event, data }) => told.push({ event, ...JSON.parse(data) }) })
    parser.feed(sent)
    expect(told).toEqual(events.map((event) => ({ event: event.type, ...event })))
  })

  test('comes while the body still arrives', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const response = decipherResponse(new Response(readable) as unknown as Request, decipherer)
    const reader = response.body?.getReader()
    void writer.write(bytesOf('gd'))
    expect((await reader?.read())?.value).toEqual(bytesOf('da'))
    void writer.write(bytesOf('wd'))
    expect((await reader?.read())?.value).toEqual(bytesOf('ta'))
    void writer.close()
    expect((await reader?.read())?.done).toBe(true)
  })

  test('to a request without a body', async () => {
    expect(await decipherResponse(new Request('http://service/'), decipherer).text()).toBe('')
  })

  test('goes on from a snapshot, and is freed when it is left', async () => {
    const model = createFixedShiftModel(3)
    const session = createDecipherer({ model }).createSession()
    session.push('d\ud83d')
    const snapshot = session.snapshot()
    session.free()
    const response = decipherResponse(ask(''), createDecipherer({ model }), { snapshot })
    expect(model.memory.states).toBe(1)
    await response.body?.cancel()
    expect(model.memory.states).toBe(0)
  })

  test('is not made of a body that was read, nor of an unknown type', async () => {
    const request = ask('')
    await request.text()
    expect(() => decipherResponse(request, decipherer)).toThrow(TypeError)
    const type = 'text/html' as MediaType
    expect(() => decipherResponse(ask(''), decipherer, { type })).toThrow(
      'type: expected one of text/plain, application/x-ndjson, text/event-stream, received "text/html"',
    )
  })
})
