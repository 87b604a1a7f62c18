import { type Chunk, createCaesar } from '@runnel/core'
import { createDecipherer, finalText } from '@runnel/decipher'
import {
  createFixedShiftModel,
  createRecallingModel,
  decipherWhole,
  laws,
  type Skin,
} from '@runnel/decipher/testing'
// Brings the Observable of the web platform where there is none: Node and workerd; Chromium has its own.
import { ColdObservable } from 'rxjs-9'
import { map } from 'rxjs-9/map'
import { pipe } from 'rxjs-9/pipe'
import { describe, expect, test } from 'vitest'
import { decipher, decipherEvents, decipherRecords, encipher, mapWithState, settledText } from './index.ts'
import type { SubscriberLike } from './platform.ts'

const { Observable: Platform } = globalThis as unknown as {
  Observable: new <T>(init: (subscriber: SubscriberLike<T>) => void) => Observable<T>
}
const kinds = [
  ['the platform', Platform],
  ['rxjs 9, cold', ColdObservable as unknown as typeof Platform],
] as const

/** All that comes, and how it ends. */
const outcome = <T>(observable: Observable<T>, options?: { signal: AbortSignal }) => {
  const result: { values: T[]; end?: unknown } = { values: [] }
  observable.subscribe(
    {
      next: (value) => result.values.push(value),
      error: (error) => {
        result.end = error
      },
      complete: () => {
        result.end = 'complete'
      },
    },
    options,
  )
  return result
}

const fault = new Error('broken')

test('Chromium has an Observable of its own; elsewhere it is that of rxjs 9', () => {
  const isNative = Function.prototype.toString.call(Platform).includes('[native code]')
  expect(isNative).toBe(navigator.userAgent.includes('Chrome'))
})

describe.each(kinds)('an Observable of %s', (kind, Kind) => {
  const of = <T>(...values: T[]): Observable<T> =>
    new Kind<T>((subscriber) => {
      for (const value of values) if (subscriber.active) subscriber.next(value)
      subscriber.complete()
    })
  /** One to be driven by hand. */
  const driven = <T>() => {
    const subscribers = new Set<SubscriberLike<T>>()
    const source = new Kind<T>((subscriber) => {
      subscribers.add(subscriber)
      subscriber.addTeardown(() => subscribers.delete(subscriber))
    })
    return { source, subscribers, next: (value: T) => [...subscribers].map((one) => one.next(value)) }
  }

  describe('laws', () => {
    const recalling = createRecallingModel()
    const decipherer = createDecipherer({ model: recalling })
    const events = async (chunks: readonly Chunk[]) =>
      outcome(decipherEvents(decipherer)(of(...chunks))).values
    const skins: [string, Skin][] = [
      ['decipherEvents', { events, text: async (chunks) => finalText(await events(chunks)) }],
      ['decipher', { text: async (chunks) => outcome(decipher(decipherer)(of(...chunks))).values.join('') }],
    ]
    describe.each(skins)('%s', (_, skin) => {
      test.each(laws(50))('$name', ({ check }) => check({ ...skin, decrypt: decipherWhole(recalling) }))
    })
  })

  describe('a state', () => {
    const model = createFixedShiftModel(3)
    const operator = decipher(createDecipherer({ model }))

    test('is freed at completion, error and abort', () => {
      outcome(operator(of('gd', 'wd')))
      const failing = outcome(operator(of('gd', 42 as unknown as string)))
      expect(failing.values).toEqual(['da'])
      expect(failing.end).toMatchObject({ code: 'invalid_option', option: 'chunk' })
      expect(model.memory.states).toBe(0)
      const { source, subscribers, next } = driven<string>()
      const controller = new AbortController()
      const result = outcome(operator(source), controller)
      next('gd')
      expect([model.memory.states, subscribers.size]).toEqual([1, 1])
      controller.abort()
      expect([model.memory.states, subscribers.size]).toEqual([0, 0])
      expect(result).toEqual({ values: ['da'] })
    })

    test('is one for all listeners of a shared Observable, one each of a cold one', () => {
      const { source, next } = driven<string>()
      const text = operator(source)
      const first = outcome(text)
      next('g')
      const second = outcome(text)
      next('d')
      expect([first.values, second.values]).toEqual([['d', 'a'], ['a']])
      expect(model.memory.states).toBe(kind === 'the platform' ? 1 : 2)
    })
  })

  test('completion flushes', () => {
    const text = decipher(createDecipherer({ cipher: 'caesar', key: '3' }))
    expect(outcome(text(of('gd\ud83d')))).toEqual({ values: ['da', '\ud83d'], end: 'complete' })
    expect(outcome(text(of()))).toEqual({ values: [], end: 'complete' })
  })

  test('a synchronous source stops when a listener has enough', () => {
    let given = 0
    const endless = new Kind<string>((subscriber) => {
      while (subscriber.active) {
        given++
        subscriber.next('gd')
      }
    })
    const controller = new AbortController()
    const received: string[] = []
    decipher(createDecipherer({ cipher: 'caesar', key: '3' }))(endless).subscribe(
      (text) => {
        if (received.push(text) === 3) controller.abort()
      },
      { signal: controller.signal },
    )
    expect([received, given]).toEqual([['da', 'da', 'da'], 3])
  })

  test('a listener may send more while it listens, and all comes in order', () => {
    const { source, subscribers, next } = driven<string>()
    const received: string[] = []
    mapWithState(
      () => [] as string[],
      (seen, value: string) => [`${value}${seen.push(value)}`, value.toUpperCase()],
      (seen) => seen,
    )(source).subscribe({
      next(value) {
        received.push(value)
        if (received.length > 1) return
        next('b')
        for (const one of subscribers) one.complete()
      },
      complete: () => received.push('complete'),
    })
    next('a')
    expect(received).toEqual(['a1', 'A', 'b2', 'B', 'a', 'b', 'complete'])
  })

  test.each<[string, Observable<number>, unknown[]]>([
    [
      'no state',
      mapWithState(
        () => {
          throw fault
        },
        () => [1],
      )(of(1)),
      [],
    ],
    [
      'a step',
      mapWithState(
        () => 0,
        (_, n: number) => {
          if (n > 1) throw fault
          return [n]
        },
      )(of(1, 2, 3)),
      [1],
    ],
    [
      'the flush',
      mapWithState(
        () => 0,
        (_, n: number) => [n],
        () => {
          throw fault
        },
      )(of(1)),
      [1],
    ],
    [
      'the source',
      mapWithState(
        () => 0,
        (_, n: number) => [n],
        () => [9],
      )(
        new Kind<number>((s) => {
          s.next(1)
          s.error(fault)
        }),
      ),
      [1],
    ],
  ])('an error of %s reaches error', (_, observable, values) => {
    expect(outcome(observable)).toEqual({ values, end: fault })
  })

  test('encipher, settledText, decipherRecords', () => {
    const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
    expect(outcome(encipher(createCaesar(), { shift: 3 })(of('da', 'ta'))).values).toEqual(['gd', 'wd'])
    const texts = outcome(settledText({ keep: 3 })(decipherEvents(decipherer)(of('gd', 'wd'))))
    expect(texts.values.map(({ settled }) => settled)).toEqual(['da', 'ata'])
    const records = of({ offset: 1, chunk: 'gd' }, { offset: 1, chunk: 'gd' }, { offset: 2, chunk: 'wd' })
    const read = outcome(decipherRecords(decipherer)(records)).values
    expect(
      read.map(({ offset, events, checkpoint }) => [offset, finalText(events), checkpoint?.offset]),
    ).toEqual([
      [1, 'da', 1],
      [2, 'ta', 2],
      [2, '', undefined],
    ])
  })
})

test('in a pipe of rxjs 9, beside its own operators', () => {
  const text = decipher(createDecipherer({ cipher: 'caesar', key: '3' }))
  const source = new ColdObservable<string>((subscriber) => {
    subscriber.next('gd')
    subscriber.next('wd')
    subscriber.complete()
  })
  const piped = source[pipe](text, (plain) => plain[map]((part) => part.toUpperCase()))
  expect(piped).toBeInstanceOf(ColdObservable)
  expect(outcome(piped).values).toEqual(['DA', 'TA'])
})
