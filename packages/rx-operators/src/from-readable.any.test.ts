import { createDecipherer } from '@runnel/decipher'
import { lastValueFrom, map, type Observable, take, toArray } from 'rxjs'
import { describe, expect, test, vi } from 'vitest'
import { decipher } from './decipher.ts'
import { fromReadable } from './from-readable.ts'
import { outcome } from './testing/outcome.ts'

const fault = new Error('broken')

/** A stream that gives numbers for ever when asked, and notes how often, and why it was cancelled. */
const counting = (end = Number.POSITIVE_INFINITY, cancel: () => void = () => {}) => {
  const noted = { given: 0, cancelled: vi.fn(cancel) }
  const stream = new ReadableStream<number>(
    {
      pull(controller) {
        if (noted.given === end) controller.close()
        else controller.enqueue(++noted.given)
      },
      cancel: noted.cancelled,
    },
    { highWaterMark: 0 },
  )
  return { noted, stream }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 10))
const all = <T>(observable: Observable<T>) => lastValueFrom(observable.pipe(toArray()))

test('all that the stream gives, then complete', async () => {
  expect(await all(fromReadable(() => counting(3).stream))).toEqual([1, 2, 3])
  expect(await all(fromReadable(() => counting(0).stream))).toEqual([])
})

test('a stream that has yet to come: fetch, then its body', async () => {
  const bytes = fromReadable(async () => new Response('gdwd').body as ReadableStream<Uint8Array>)
  const text = bytes.pipe(decipher(createDecipherer({ cipher: 'caesar', key: '3' })))
  expect((await all(text)).join('')).toBe('data')
})

test('nothing is made before someone subscribes; then a stream each', async () => {
  const create = vi.fn(() => counting(2).stream)
  const numbers = fromReadable(create)
  expect(create).not.toHaveBeenCalled()
  expect(await Promise.all([all(numbers), all(numbers)])).toEqual([
    [1, 2],
    [1, 2],
  ])
  expect(create).toHaveBeenCalledTimes(2)
})

describe('unsubscribing', () => {
  test('cancels an endless stream, and no more is read', async () => {
    const { noted, stream } = counting()
    const result = outcome(fromReadable(() => stream).pipe(take(3)))
    await vi.waitFor(() => expect(result.completed).toBe(true))
    await settle()
    expect(result.values).toEqual([1, 2, 3])
    expect(noted.given).toBe(3)
    expect(noted.cancelled).toHaveBeenCalledTimes(1)
  })

  test('cancels a stream that stands still', async () => {
    const cancelled = vi.fn()
    const result: unknown[] = []
    const subscription = fromReadable(() => new ReadableStream({ cancel: cancelled })).subscribe({
      next: (value) => result.push(value),
      complete: () => result.push('complete'),
      error: (error) => result.push(error),
    })
    await settle()
    subscription.unsubscribe()
    await settle()
    expect(cancelled).toHaveBeenCalledTimes(1)
    expect(result).toEqual([])
  })

  test('before there is a stream: the signal aborts, and the stream is cancelled as soon as it comes', async () => {
    const { noted, stream } = counting()
    let bring: (stream: ReadableStream<number>) => void = () => {}
    let signal: AbortSignal | undefined
    const subscription = fromReadable((given) => {
      signal = given
      return new Promise<ReadableStream<number>>((resolve) => {
        bring = resolve
      })
    }).subscribe()
    expect(signal?.aborted).toBe(false)
    subscription.unsubscribe()
    expect(signal?.aborted).toBe(true)
    bring(stream)
    await settle()
    expect(noted.given).toBe(0)
    expect(noted.cancelled).toHaveBeenCalledTimes(1)
  })

  test('leaves alone what the stream says to being cancelled', async () => {
    const { stream } = counting(9, () => {
      throw fault
    })
    const result = outcome(fromReadable(() => stream).pipe(take(1)))
    await settle()
    expect(result).toEqual({ values: [1], completed: true })
  })
})

test.each<[string, () => ReadableStream<number> | Promise<ReadableStream<number>>, number[]]>([
  [
    'is thrown',
    () => {
      throw fault
    },
    [],
  ],
  ['rejects', () => Promise.reject(fault), []],
  [
    'comes midway',
    () => {
      let given = 0
      return new ReadableStream<number>(
        { pull: (controller) => (given++ < 2 ? controller.enqueue(given) : controller.error(fault)) },
        { highWaterMark: 0 },
      )
    },
    [1, 2],
  ],
])('a fault that %s reaches error', async (_, create, values) => {
  const result = outcome(fromReadable(create))
  await vi.waitFor(() => expect(result.error).toBe(fault))
  expect(result).toEqual({ values, error: fault, completed: false })
})

test('an operator that fails cancels the stream', async () => {
  const { noted, stream } = counting()
  const failing = fromReadable(() => stream).pipe(
    map((value) => {
      if (value === 2) throw fault
      return value
    }),
  )
  const result = outcome(failing)
  await vi.waitFor(() => expect(result.error).toBe(fault))
  await settle()
  expect(noted.cancelled).toHaveBeenCalledTimes(1)
})
