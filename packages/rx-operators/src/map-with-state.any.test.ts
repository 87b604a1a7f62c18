import { concat, type Observable, of, Subject, take, tap, throwError } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { expect, test } from 'vitest'
import { mapWithState } from './map-with-state.ts'

const marbles = (check: Parameters<TestScheduler['run']>[0]): void => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(check)
}

/** Gives each value with the count so far, and the last count at the end. */
const counted = () =>
  mapWithState(
    () => ({ count: 0 }),
    (state, value: string) => [`${value}${++state.count}`],
    (state) => [`end${state.count}`],
  )

const values = { x: 'a1', y: 'b2', z: 'end2', e: 'end0' }

test.each([
  ['never', '      -       ', '-', '^'],
  ['empty', '      |       ', '(e|)', '(^!)'],
  ['one and many', '-a-b-|  ', '-x-y-(z|)', '^----!'],
  ['error', '      -a-#    ', '-x-#', '^--!'],
  ['no end', '     -a-b-   ', '-x-y-', '^'],
])('%s', (_, source, expected, subscription) => {
  marbles(({ cold, expectObservable, expectSubscriptions }) => {
    const input = cold(source.trim())
    expectObservable(input.pipe(counted())).toBe(expected, values)
    expectSubscriptions(input.subscriptions).toBe(subscription === '(^!)' ? '(^!)' : subscription)
  })
})

test('early unsubscribe ends the source and gives nothing more', () => {
  marbles(({ hot, expectObservable, expectSubscriptions }) => {
    const source = hot('-a-b-a-|')
    expectObservable(source.pipe(counted()), '^---!').toBe('-x-y-', values)
    expectSubscriptions(source.subscriptions).toBe('^---!')
  })
})

test('the chain stays intact after it', () => {
  marbles(({ hot, expectObservable, expectSubscriptions }) => {
    const source = hot('-a-b-a-|')
    expectObservable(source.pipe(tap(), counted(), tap()), '^---!').toBe('-x-y-', values)
    expectSubscriptions(source.subscriptions).toBe('^---!')
  })
})

test('two subscribers, and one operator on two sources, have a state each', () => {
  marbles(({ cold, hot, expectObservable }) => {
    const operator = counted()
    const source = hot('-a-b-|').pipe(operator)
    expectObservable(source).toBe('-x-y-(z|)', values)
    expectObservable(source).toBe('-x-y-(z|)', values)
    expectObservable(cold('a-b|').pipe(operator)).toBe('x-y(z|)', values)
  })
})

test('a synchronous source stops when enough has come', () => {
  let read = 0
  const source = of('a', 'b', 'c', 'd').pipe(tap(() => read++))
  const received: string[] = []
  source.pipe(counted(), take(2)).subscribe((value) => received.push(value))
  expect({ received, read }).toEqual({ received: ['a1', 'b2'], read: 2 })
})

test('nothing is made before someone subscribes', () => {
  let made = 0
  const observable = of(1).pipe(
    mapWithState(
      () => made++,
      () => [],
    ),
  )
  expect(made).toBe(0)
  observable.subscribe()
  observable.subscribe()
  expect(made).toBe(2)
})

const outcome = (observable: Observable<unknown>): { values: unknown[]; error?: unknown } => {
  const result: { values: unknown[]; error?: unknown } = { values: [] }
  observable.subscribe({
    next: (value) => result.values.push(value),
    error: (error) => {
      result.error = error
    },
  })
  return result
}

test('what a step throws reaches error, and the source is unsubscribed', () => {
  const source = new Subject<number>()
  const fault = new Error('bad step')
  const result = outcome(
    source.pipe(
      mapWithState(
        () => 0,
        (_, value: number) => {
          if (value > 1) throw fault
          return [value]
        },
      ),
    ),
  )
  source.next(1)
  source.next(2)
  expect(source.observed).toBe(false)
  source.next(1)
  expect(result).toEqual({ values: [1], error: fault })
})

test('what the start or the flush throws reaches error', () => {
  const fault = new Error('bad')
  const fail = (): never => {
    throw fault
  }
  expect(outcome(of(1).pipe(mapWithState(fail, () => [1])))).toEqual({ values: [], error: fault })
  expect(
    outcome(
      of(1).pipe(
        mapWithState(
          () => 0,
          () => [1],
          fail,
        ),
      ),
    ),
  ).toEqual({ values: [1], error: fault })
})

test('an error of the source does not flush', () => {
  const fault = new Error('line down')
  const source = concat(
    of('a'),
    throwError(() => fault),
  )
  expect(outcome(source.pipe(counted()))).toEqual({ values: ['a1'], error: fault })
})
