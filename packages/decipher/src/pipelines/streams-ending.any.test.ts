import { InvalidOptionError } from '@runnel/core'
import { describe, expect, test, vi } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { watched } from '../testing/watched.ts'
import { createDecipherEventStream, createDecipherStream } from './streams.ts'

const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
const textOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'text' in value ? value.text : value

describe.each([
  ['text', createDecipherStream],
  ['events', createDecipherEventStream],
])(
  'a stream of %s',
  (_, create: (decipherer: Decipherer) => TransformStream<string | Uint8Array, unknown>) => {
    /** A stream that has given the first text, and then its reader. */
    const started = async () => {
      const decipherer = watched(byKey)
      const { readable, writable } = create(decipherer)
      const [reader, writer] = [readable.getReader(), writable.getWriter()]
      const written = writer.write('gdwd\ud83d')
      let { value } = await reader.read()
      if (typeof value === 'object') ({ value } = await reader.read())
      expect(textOf(value)).toBe('data')
      await written
      return { decipherer, reader, writer }
    }

    test('closing flushes', async () => {
      const { decipherer, reader, writer } = await started()
      const closed = writer.close()
      expect(textOf((await reader.read()).value)).toBe('\ud83d')
      await closed
      expect(decipherer.calls).toEqual(['createSession', 'push', 'flush', 'free'])
    })

    test('aborting drops the session: the reader is told why, and nothing is flushed', async () => {
      const { decipherer, reader, writer } = await started()
      const reason = new Error('the line is down')
      await writer.abort(reason)
      await expect(reader.read()).rejects.toBe(reason)
      expect(decipherer.calls).toEqual(['createSession', 'push', 'free'])
    })

    test('cancelling drops the session: the writer is told, and nothing is flushed', async () => {
      const { decipherer, reader, writer } = await started()
      const reason = new Error('enough')
      await reader.cancel(reason)
      await expect(writer.write('gdwd')).rejects.toBe(reason)
      expect(decipherer.calls).toEqual(['createSession', 'push', 'free'])
    })

    test('a chunk of another type is an error on both sides, and nothing is flushed', async () => {
      const { decipherer, reader, writer } = await started()
      const writing = writer.write(42 as unknown as string).catch((error) => error)
      await expect(reader.read()).rejects.toThrow('chunk: expected text or bytes, received 42')
      const error = await writing
      expect([error.constructor, InvalidOptionError.isInstance(error)]).toEqual([TypeError, true])
      await expect(writer.write('gdwd')).rejects.toThrow('chunk: expected text or bytes')
      expect(decipherer.calls).toEqual(['createSession', 'push', 'free'])
    })

    test('a fault of the source reaches the reader, after what came before it', async () => {
      const fault = new Error('the line is down')
      const asked = vi.fn()
      const source = new ReadableStream<string>(
        {
          pull(controller) {
            asked()
            if (asked.mock.calls.length === 1) controller.enqueue('gdwd')
            else controller.error(fault)
          },
        },
        { highWaterMark: 0 },
      )
      const decipherer = watched(byKey)
      const reader = source.pipeThrough(create(decipherer)).getReader()
      const outcome: unknown[] = []
      const reading = (async () => {
        for (let next = await reader.read(); !next.done; next = await reader.read()) outcome.push(next.value)
      })()
      await expect(reading).rejects.toBe(fault)
      expect(outcome.map(textOf)).toContain('data')
      expect(decipherer.calls).not.toContain('flush')
    })

    test('cancelling cancels the source', async () => {
      const cancelled = vi.fn()
      const source = new ReadableStream<string>({
        pull: (controller) => controller.enqueue('gdwd'),
        cancel: cancelled,
      })
      const reader = source.pipeThrough(create(byKey)).getReader()
      await reader.read()
      await reader.cancel('enough')
      await vi.waitFor(() => expect(cancelled.mock.calls[0]?.[0]).toBe('enough'))
    })

    test('an error of the session cancels the source', async () => {
      const cancelled = vi.fn()
      const source = new ReadableStream<string>({
        start: (controller) => controller.enqueue(null as unknown as string),
        cancel: cancelled,
      })
      const reader = source.pipeThrough(create(byKey)).getReader()
      await expect(reader.read()).rejects.toThrow('received null')
      await vi.waitFor(() => expect(cancelled.mock.calls[0]?.[0]).toBeInstanceOf(TypeError))
    })
  },
)
