import { describe, expect, test, vi } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { createFixedShiftModel } from '../testing/index.ts'
import { decipherEventIterable, decipherIterable } from './iterables.ts'
import { createDecipherEventStream, createDecipherStream } from './streams.ts'

const model = createFixedShiftModel(3)
const decipherer = createDecipherer({ model })
const reason = new Error('enough')

/** A signal that tells how many listen to it. */
const counted = () => {
  const controller = new AbortController()
  const added = vi.spyOn(controller.signal, 'addEventListener')
  const removed = vi.spyOn(controller.signal, 'removeEventListener')
  return { controller, listeners: () => added.mock.calls.length - removed.mock.calls.length }
}

describe.each([
  ['text', createDecipherStream],
  ['events', createDecipherEventStream],
])(
  'a transform to %s with a signal',
  (_, create: (...options: Parameters<typeof createDecipherStream>) => TransformStream) => {
    test('fails on both sides with the reason when it aborts, and is freed', async () => {
      const controller = new AbortController()
      const { readable, writable } = create(decipherer, { signal: controller.signal })
      const [reader, writer] = [readable.getReader(), writable.getWriter()]
      const [reading, writing] = [reader.read(), writer.write('gdwd')]
      await Promise.all([reading, writing])
      expect(model.memory.states).toBe(1)
      controller.abort(reason)
      expect(model.memory.states).toBe(0)
      await expect(reader.closed).rejects.toBe(reason)
      await expect(writer.write('gdwd')).rejects.toBe(reason)
    })

    test('whose signal has aborted fails at once', async () => {
      const { readable } = create(decipherer, { signal: AbortSignal.abort(reason) })
      await expect(readable.getReader().read()).rejects.toBe(reason)
      expect(model.memory.states).toBe(0)
    })

    test('leaves the signal alone once it has ended', async () => {
      const { controller, listeners } = counted()
      for (const end of ['close', 'cancel', 'abort'] as const) {
        const { readable, writable } = create(decipherer, { signal: controller.signal })
        expect(listeners()).toBe(1)
        if (end === 'cancel') await readable.cancel()
        else if (end === 'abort') await writable.abort()
        else await Promise.all([writable.close(), readable.pipeTo(new WritableStream())])
        await vi.waitFor(() => expect(listeners()).toBe(0))
      }
      expect(model.memory.states).toBe(0)
    })
  },
)

describe.each([
  ['text', decipherIterable],
  ['events', decipherEventIterable],
])('an iterable of %s with a signal', (_, create) => {
  test('fails with the reason while the source stands still, closes it, and is freed', async () => {
    const closed = vi.fn()
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<IteratorResult<string>>(() => {}),
        return: () => {
          closed()
          return new Promise<IteratorResult<string>>(() => {})
        },
      }),
    }
    const { controller, listeners } = counted()
    const iterator = create(decipherer, source, { signal: controller.signal })
    const next = iterator.next()
    await vi.waitFor(() => expect(listeners()).toBe(1))
    controller.abort(reason)
    await expect(next).rejects.toBe(reason)
    expect([closed.mock.calls.length, model.memory.states]).toEqual([1, 0])
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
  })

  test('reads nothing when the signal has aborted', async () => {
    let drawn = 0
    function* source() {
      drawn++
      yield 'gdwd'
    }
    const iterator = create(decipherer, source(), { signal: AbortSignal.abort(reason) })
    await expect(iterator.next()).rejects.toBe(reason)
    expect([drawn, model.memory.states]).toEqual([0, 0])
  })

  test('hardly listens to a long-lived signal: no more than once at a time', async () => {
    const { controller, listeners } = counted()
    const chunks = Array<string>(20).fill('gd')
    for await (const output of create(decipherer, chunks, { signal: controller.signal })) {
      expect(output).toBeTruthy()
      expect(listeners()).toBe(0)
    }
    expect(listeners()).toBe(0)
  })
})

test('an iterable that nobody iterates holds nothing', async () => {
  const iterator = decipherIterable(decipherer, ['gdwd'])
  expect(model.memory.states).toBe(0)
  await iterator.return()
  expect(model.memory.states).toBe(0)
})
