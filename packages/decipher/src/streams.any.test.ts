import { expect, test, vi } from 'vitest'
import { createDecipherer } from './decipherer.ts'
import { createDecipherEventStream, createDecipherStream } from './streams.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })

test('bytes in, text out', async () => {
  const plaintext = new Blob(['L Olnh Dssohv']).stream().pipeThrough(createDecipherStream(decipherer))
  const { value } = await plaintext.getReader().read()
  expect(value).toBe('I Like Apples')
})

test('text comes out while more goes in', async () => {
  const { readable, writable } = createDecipherStream(decipherer)
  const [reader, writer] = [readable.getReader(), writable.getWriter()]
  const first = reader.read()
  await writer.write('gd')
  expect((await first).value).toBe('da')
  const second = reader.read()
  await writer.write('wd')
  expect((await second).value).toBe('ta')
  const closed = writer.close()
  expect((await reader.read()).done).toBe(true)
  await closed
})

test('closing flushes', async () => {
  const { readable, writable } = createDecipherEventStream(decipherer)
  const [reader, writer] = [readable.getReader(), writable.getWriter()]
  writer.write(Uint8Array.of(0x67, 0xe2)).catch(() => {})
  const closed = writer.close()
  expect((await reader.read()).value).toMatchObject({ type: 'key' })
  expect((await reader.read()).value).toEqual({ type: 'final', start: 0, text: 'd' })
  expect((await reader.read()).value).toEqual({ type: 'final', start: 1, text: '\ufffd' })
  expect((await reader.read()).value).toMatchObject({ type: 'done', start: 2, letters: 1 })
  await closed
})

test('without a reader, writing waits', async () => {
  const { writable } = createDecipherStream(decipherer)
  const writer = writable.getWriter()
  let taken = 0
  const writing = (async () => {
    for (let i = 0; i < 10; i++) {
      await writer.ready
      await writer.write('gdwd')
      taken++
    }
  })()
  await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, 50))])
  expect(taken).toBeLessThan(3)
})

test('a fault of the source reaches the reader', async () => {
  const source = new ReadableStream<string>({
    start: (controller) => controller.error(new Error('the line is down')),
  })
  const reader = source.pipeThrough(createDecipherStream(decipherer)).getReader()
  await expect(reader.read()).rejects.toThrow('the line is down')
})

test('cancelling the reader cancels the source', async () => {
  let cancelled: unknown
  const source = new ReadableStream<string>({
    pull: (controller) => controller.enqueue('gdwd'),
    cancel(reason) {
      cancelled = reason
    },
  })
  const reader = source.pipeThrough(createDecipherStream(decipherer)).getReader()
  expect((await reader.read()).value).toBe('data')
  await reader.cancel('enough')
  await vi.waitFor(() => expect(cancelled).toBe('enough'))
})

test('a chunk of another type is an error, not text', async () => {
  const { readable, writable } = createDecipherStream(decipherer)
  const reader = readable.getReader()
  writable
    .getWriter()
    .write(42 as unknown as string)
    .catch(() => {})
  await expect(reader.read()).rejects.toThrow('chunk: expected text or bytes, received 42')
})
