import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RefusedError } from '../refused-error.ts'
import type { Frame } from './cursor.ts'
import { EventStream } from './event-stream.ts'
import { limits } from './limits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const frame: Frame = { id: 'a-1', type: 'final', json: '{"type":"final"}', after: { offset: 1, version: 0 } }

/** A stream of a log that the test fills; `undefined` ends it. */
const openStream = () => {
  const log: (Frame[] | undefined)[] = []
  const left = vi.fn()
  const stream = new EventStream({
    next: async () => (log.length > 0 ? log.shift() : []),
    onLeave: left,
    onFault: () => {},
  })
  const reader = stream.body.getReader()
  /** Text of the next piece; nothing at the end. */
  const read = async () => {
    const { done, value } = await reader.read()
    return done ? undefined : new TextDecoder().decode(value)
  }
  return { log, left, stream, reader, read }
}

test('silence is broken by a comment', async () => {
  const { read } = openStream()
  const comment = read()
  await vi.advanceTimersByTimeAsync(limits.keepAlive)
  expect(await comment).toBe(': keep-alive\n\n')
})

test('an event wakes the reader, and the end ends the stream', async () => {
  const { log, left, stream, read } = openStream()
  const event = read()
  await vi.advanceTimersByTimeAsync(1)
  log.push([frame], undefined)
  stream.wake()
  expect(await event).toBe('id: a-1\nevent: final\ndata: {"type":"final"}\n\n')
  expect(await read()).toBeUndefined()
  expect(left).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
})

test('a reader that leaves leaves nothing behind that would keep the object awake', async () => {
  const { left, reader } = openStream()
  void reader.read()
  await vi.advanceTimersByTimeAsync(1)
  expect(vi.getTimerCount()).toBe(1)
  await reader.cancel()
  await vi.advanceTimersByTimeAsync(1)
  expect(left).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
})

test('a refusal is the last event', async () => {
  const { left, stream, read } = openStream()
  const error = read()
  await vi.advanceTimersByTimeAsync(1)
  stream.refuse(new RefusedError('session_expired', 'too late'))
  expect(await error).toBe(
    'event: error\ndata: {"type":"error","code":"session_expired","detail":"too late"}\n\n',
  )
  expect(await read()).toBeUndefined()
  expect(left).toHaveBeenCalledOnce()
})

test('a probe breaks the silence at once', async () => {
  const { stream, read } = openStream()
  const comment = read()
  await vi.advanceTimersByTimeAsync(1)
  stream.probe()
  expect(await comment).toBe(': keep-alive\n\n')
})
