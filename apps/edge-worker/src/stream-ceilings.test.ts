import { expect, test } from 'vitest'
import { manualClock } from './testing/manual-clock.ts'
import { nextText, openBody, testService } from './testing/requests.ts'

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** A stream through a service with ceilings and a clock of the test's own. */
const stream = async (ceilings: object, accept: string, path = '/v1/decipher?model=caesar-3') => {
  const clock = manualClock()
  const { send, log } = testService({ CEILINGS: ceilings }, { clock })
  const body = openBody()
  const answer = send(path, { method: 'POST', body: body.readable, headers: { accept } })
  // Resolves once it is read, which may be never.
  const write = (text: string) => void body.write(text).catch(() => {})
  write('gdwd')
  const response = await answer
  const reader = (response.body as ReadableStream<Uint8Array>).getReader() as Reader
  return { clock, log, body, write, reader, response }
}

/** All that is left of an answer. */
const rest = async (reader: Reader): Promise<string> => {
  let text = ''
  for (let part = await reader.read(); !part.done; part = await reader.read())
    text += new TextDecoder().decode(part.value)
  return text
}

const DATA = '{"type":"final","start":0,"text":"data"}'

test('a body that is too large is cut off with an event, and what was final stays', async () => {
  const { reader, write, log } = await stream({ bodyBytes: 8 }, 'application/x-ndjson')
  expect(await nextText(reader)).toContain(DATA)
  write('gdwde')
  const lines = (await rest(reader)).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { type: 'error', code: 'body_too_large', title: 'Content Too Large', detail: 'a body has up to 8 bytes' },
  ])
  expect(log).toMatchObject([{ outcome: 'cut off', code: 'body_too_large', status: 200, bytesIn: 9 }])
})

test('a body of just the size is not', async () => {
  const { reader, write, body } = await stream({ bodyBytes: 8 }, 'text/plain')
  write('gdwd')
  body.close().catch(() => {})
  expect(await rest(reader)).toBe('datadata')
})

test('in server-sent events the error is an event too', async () => {
  const { reader, write } = await stream({ bodyBytes: 4 }, 'text/event-stream')
  await nextText(reader)
  write('g')
  expect(await rest(reader)).toMatch(
    /^event: error\ndata: \{"type":"error","code":"body_too_large",.*\}\n\n$/,
  )
})

test.each(['/v1/decipher?model=caesar-3', '/v1/encipher?cipher=caesar&key=-3'])(
  '%s as text has no words for it: the answer breaks off',
  async (path) => {
    const { reader, write } = await stream({ bodyBytes: 4 }, 'text/plain', path)
    expect(await nextText(reader)).toBe('data')
    write('g')
    await expect(reader.read()).rejects.toThrow('a body has up to 4 bytes')
  },
)

test('a body that says its length is refused before it is read', async () => {
  const { send } = testService({ CEILINGS: { bodyBytes: 4 } })
  const response = await send('/v1/decipher', {
    method: 'POST',
    body: 'gdwdg',
    headers: { 'content-length': '5' },
  })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ code: 'body_too_large' })
})

test('a writer that says nothing for too long is cut off, and its upload cancelled', async () => {
  const { reader, clock, write, body, log } = await stream({ idle: 5000 }, 'application/x-ndjson')
  expect(await nextText(reader)).toContain(DATA)
  await clock.advance(4999)
  write('gdwd')
  expect(await nextText(reader)).toContain('"start":4')
  await clock.advance(4999)
  await clock.advance(1)
  expect(await rest(reader)).toContain('"code":"idle_too_long"')
  expect(log).toMatchObject([{ outcome: 'cut off', code: 'idle_too_long', milliseconds: 9999 }])
  await expect(body.write('gdwd')).rejects.toThrow()
})

test('a byte every ten seconds goes on while it may, up to the longest time', async () => {
  const { reader, clock, write, log } = await stream({ idle: 15_000, total: 60_000 }, 'application/x-ndjson')
  await nextText(reader)
  for (let second = 10; second < 60; second += 10) {
    await clock.advance(10_000)
    write('g')
    expect(await nextText(reader)).toContain('"text":"d"')
  }
  await clock.advance(10_000)
  expect(await rest(reader)).toContain('"code":"took_too_long"')
  expect(log).toMatchObject([{ code: 'took_too_long', bytesIn: 9, milliseconds: 60_000 }])
})

test('a byte every ten seconds is cut off where bytes must come sooner', async () => {
  const { reader, clock } = await stream({ idle: 5000 }, 'application/x-ndjson')
  await nextText(reader)
  await clock.advance(10_000)
  expect(await rest(reader)).toContain('"code":"idle_too_long"')
})

test('a reader that reads no further is cut off, with no more than a chunk held for it', async () => {
  const clock = manualClock()
  const { send, log } = testService({ CEILINGS: { idle: 5000 } }, { clock })
  let pulled = 0
  let cancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++
      controller.enqueue(new TextEncoder().encode('gdwd'))
    },
    cancel: () => {
      cancelled = true
    },
  })
  const response = await send('/v1/decipher?model=caesar-3', { method: 'POST', body: endless })
  // Its first text is worked on in a turn.
  await new Promise((resolve) => setTimeout(resolve, 50))
  await clock.advance(4999)
  expect(pulled).toBeLessThanOrEqual(3)
  expect(log).toEqual([])
  await clock.advance(1)
  expect(cancelled).toBe(true)
  expect(log).toMatchObject([{ outcome: 'cut off', code: 'idle_too_long' }])
  await expect(response.text()).rejects.toThrow('nothing was sent, or nothing read, for 5 s')
})

test('a slow reader and a slow writer by turns are not taken for one that is idle', async () => {
  const { reader, clock, write, log } = await stream({ idle: 5000 }, 'text/plain')
  // What is read next waits here already; reading it asks for more.
  await clock.advance(4000)
  expect(await nextText(reader)).toBe('data')
  const next = nextText(reader)
  await clock.advance(4000)
  expect(log).toEqual([])
  write('gdwd')
  expect(await next).toBe('data')
})

test('an answer of too many events is cut off', async () => {
  const { reader, write } = await stream({ events: 3 }, 'application/x-ndjson')
  await nextText(reader)
  write('gdwd')
  expect(await nextText(reader)).toContain('"start":4')
  write('gdwd')
  expect(await rest(reader)).toContain('"code":"too_many_events"')
})

test('a fault of ours in the midst is told as such, without what it was', async () => {
  const { send, log } = testService({ CEILINGS: { bodyBytes: 100 } })
  const broken = new ReadableStream<unknown>({
    start(controller) {
      controller.enqueue({ length: 4 })
      controller.close()
    },
  })
  const body = broken as ReadableStream<Uint8Array>
  const init = { method: 'POST', body, headers: { accept: 'application/x-ndjson' } }
  const text = await (await send('/v1/decipher?model=caesar-3', init)).text()
  expect(text).toMatch(/"code":"(internal|invalid_option)"/)
  expect(log.at(-1)).toMatchObject({ outcome: 'failed' })
})
