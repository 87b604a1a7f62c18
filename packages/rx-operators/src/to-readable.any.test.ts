import { InvalidOptionError } from '@runnel/core'
import { createDecipherer } from '@runnel/decipher'
import { createFixedShiftModel } from '@runnel/decipher/testing'
import { concat, from, NEVER, Observable, of, range, Subject, throwError } from 'rxjs'
import { describe, expect, test, vi } from 'vitest'
import { decipher } from './decipher.ts'
import { BufferOverflowError } from './errors.ts'
import { fromReadable } from './from-readable.ts'
import { outcome } from './testing/outcome.ts'
import { type ReadableOptions, toReadable } from './to-readable.ts'

const fault = new Error('broken')

/** All that a stream gives, and how it ends. */
const drain = async <T>(stream: ReadableStream<T>) => {
  const reader = stream.getReader()
  const values: T[] = []
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) values.push(next.value)
    return { values }
  } catch (error) {
    return { values, error }
  }
}

test.each([
  ['many', of(1, 2, 3), { values: [1, 2, 3] }],
  ['none', of<number>(), { values: [] }],
  ['an error at once', throwError(() => fault), { values: [], error: fault }],
  [
    'an error after values that still wait',
    concat(
      of(1, 2),
      throwError(() => fault),
    ),
    { values: [1, 2], error: fault },
  ],
])('%s', async (_, observable: Observable<number>, expected) => {
  expect(await drain(toReadable(observable))).toEqual(expected)
})

test('nobody subscribes before it is read, and only once', async () => {
  const source = new Subject<number>()
  const stream = toReadable(source)
  await Promise.resolve()
  expect(source.observed).toBe(false)
  const reader = stream.getReader()
  const [first, second] = [reader.read(), reader.read()]
  expect(source.observed).toBe(true)
  source.next(1)
  source.next(2)
  expect([await first, await second]).toEqual([
    { done: false, value: 1 },
    { done: false, value: 2 },
  ])
  source.complete()
  expect(await reader.read()).toEqual({ done: true, value: undefined })
})

test('what is read gives what is written: there and back', async () => {
  const back = outcome(fromReadable(() => toReadable(range(0, 100))))
  await vi.waitFor(() => expect(back.completed).toBe(true))
  expect(back.values).toEqual(Array.from({ length: 100 }, (_, i) => i))
})

describe('when nobody reads', () => {
  /** Reads one value, lets many come, and reads the rest. */
  const rest = async (count: number, options: ReadableOptions) => {
    const source = new Subject<number>()
    const stream = toReadable(source, options)
    const reader = stream.getReader()
    const first = reader.read()
    await vi.waitFor(() => expect(source.observed).toBe(true))
    source.next(0)
    await first
    reader.releaseLock()
    for (let i = 1; i <= count; i++) source.next(i)
    const { observed } = source
    source.complete()
    return { observed, ...(await drain(stream)) }
  }

  test('as many wait as there is room for', async () => {
    expect(await rest(3, { capacity: 3 })).toEqual({ observed: true, values: [1, 2, 3] })
    expect((await rest(1024, {})).values.length).toBe(1024)
  })

  test('one more is an error; what waited is still read, and the source is left', async () => {
    const { error, ...read } = await rest(5, { capacity: 3 })
    expect(read).toEqual({ observed: false, values: [1, 2, 3] })
    expect(error).toBeInstanceOf(BufferOverflowError)
    expect(error).toMatchObject({ code: 'buffer_overflow', capacity: 3 })
    expect((await rest(1025, {})).error).toMatchObject({ capacity: 1024 })
  })

  test('or the oldest is dropped, or the newest', async () => {
    const [capacity, observed] = [2, true]
    expect(await rest(5, { capacity, whenFull: 'drop-oldest' })).toEqual({ observed, values: [4, 5] })
    expect(await rest(5, { capacity, whenFull: 'drop-newest' })).toEqual({ observed, values: [1, 2] })
  })

  test('a synchronous source is stopped where the room ends', async () => {
    let given = 0
    const endless = new Observable<number>((subscriber) => {
      while (!subscriber.closed) subscriber.next(given++)
    })
    const { values, error } = await drain(toReadable(endless, { capacity: 10 }))
    expect(values).toEqual(Array.from({ length: 10 }, (_, i) => i))
    expect(error).toBeInstanceOf(BufferOverflowError)
    expect(given).toBe(11)
  })
})

describe('cancelling', () => {
  test('unsubscribes, and frees the session', async () => {
    const model = createFixedShiftModel(3)
    const source = concat(from(['gd', 'wd']), NEVER)
    const stream = toReadable(source.pipe(decipher(createDecipherer({ model }))))
    const reader = stream.getReader()
    expect((await reader.read()).value).toBe('da')
    expect(model.memory.states).toBe(1)
    await reader.cancel('enough')
    expect(model.memory.states).toBe(0)
    expect((await reader.read()).done).toBe(true)
  })

  test('while a read waits', async () => {
    const source = new Subject<number>()
    const reader = toReadable(source).getReader()
    const waiting = reader.read()
    await reader.cancel()
    expect(source.observed).toBe(false)
    expect((await waiting).done).toBe(true)
  })

  test('before anything was read', async () => {
    const source = new Subject<number>()
    await toReadable(source).cancel()
    expect(source.observed).toBe(false)
  })
})

test.each([
  [{ capacity: 0 }, 'capacity'],
  [{ capacity: Number.NaN }, 'capacity'],
  [{ whenFull: 'wait' as 'error' }, 'whenFull'],
])('%o is refused when the stream is made', (options, option) => {
  expect(() => toReadable(NEVER, options)).toThrow(expect.objectContaining({ option }))
  expect(() => toReadable(NEVER, options)).toThrow(InvalidOptionError)
})
