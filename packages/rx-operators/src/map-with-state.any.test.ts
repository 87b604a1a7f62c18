import { concat, of, Subject, take, tap, throwError } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { mapWithState } from './map-with-state.ts'
import { outcome } from './testing/outcome.ts'

test('a step gives any number of values, in any iterable', () => {
  const letters = mapWithState(
    () => new Set<string>(),
    (seen, word: string) => [...word].filter((letter) => seen.size < seen.add(letter).size),
    (seen) => seen,
  )
  const { values, completed } = outcome(of('abba', '', 'bcb').pipe(letters))
  expect(values.join()).toBe('a,b,c,a,b,c')
  expect(completed).toBe(true)
})

test('nothing is made before someone subscribes, and then once each', () => {
  let made = 0
  const observable = of(1, 2).pipe(
    mapWithState(
      () => made++,
      (state, value) => [state, value],
    ),
  )
  expect(made).toBe(0)
  expect(outcome(observable).values).toEqual([0, 1, 0, 2])
  expect(outcome(observable).values).toEqual([1, 1, 1, 2])
})

test('the flush comes after the source has ended', () => {
  const order: string[] = []
  const source = of('a').pipe(tap({ complete: () => order.push('source ended') }))
  const operator = mapWithState(
    () => 0,
    (_, value: string) => [value],
    () => {
      order.push('flush')
      return []
    },
  )
  source
    .pipe(operator)
    .subscribe({ next: (value) => order.push(value), complete: () => order.push('complete') })
  expect(order).toEqual(['a', 'source ended', 'flush', 'complete'])
})

describe('a listener that has enough', () => {
  /** Notes how far it is read. */
  function* counting(order: string[], name: string) {
    try {
      for (let i = 1; i <= 3; i++) {
        order.push(`${name}${i}`)
        yield i
      }
    } finally {
      order.push(`${name} closed`)
    }
  }

  test.each([
    [2, ['step1', 'step2', 'step closed']],
    [4, ['step1', 'step2', 'step3', 'step closed', 'flush1', 'flush closed']],
  ])('after %d values: no more are drawn, and what gives them is closed', (enough, expected) => {
    const order: string[] = []
    const operator = mapWithState(
      () => order,
      (notes) => counting(notes, 'step'),
      (notes) => counting(notes, 'flush'),
    )
    of('a').pipe(operator, take(enough)).subscribe()
    expect(order).toEqual(expected)
  })
})

const fault = new Error('bad')
const fail = (): never => {
  throw fault
}

describe('faults of a step', () => {
  test('what a step throws reaches error, and the source is left', () => {
    const source = new Subject<number>()
    const steps: number[] = []
    const operator = mapWithState(
      () => steps,
      (seen, value: number) => {
        seen.push(value)
        return value > 1 ? fail() : [value]
      },
      () => [99],
    )
    const result = outcome(source.pipe(operator))
    source.next(1)
    source.next(2)
    expect(source.observed).toBe(false)
    source.next(1)
    expect(steps).toEqual([1, 2])
    expect(result).toEqual({ values: [1], error: fault, completed: false })
  })

  test('what a step throws stops a synchronous source', () => {
    let read = 0
    const source = of(1, 2, 3).pipe(tap(() => read++))
    const result = outcome(
      source.pipe(
        mapWithState(
          () => 0,
          (_, value) => (value === 2 ? fail() : [value]),
        ),
      ),
    )
    expect(result).toEqual({ values: [1], error: fault, completed: false })
    expect(read).toBe(2)
  })

  test('what an iterable throws midway reaches error, after the values before it', () => {
    function* failing() {
      yield 1
      fail()
    }
    const operator = mapWithState(() => 0, failing)
    expect(outcome(of('a', 'b').pipe(operator))).toEqual({ values: [1], error: fault, completed: false })
    const flushing = mapWithState(
      () => 0,
      () => [0],
      failing,
    )
    expect(outcome(of('a').pipe(flushing))).toEqual({ values: [0, 1], error: fault, completed: false })
  })
})

describe('faults', () => {
  test('when no state can be made, the source is not even asked', () => {
    const source = new Subject<number>()
    const result = outcome(source.pipe(mapWithState(fail, () => [1])))
    expect(result).toEqual({ values: [], error: fault, completed: false })
    expect(source.observed).toBe(false)
  })

  test('what the flush throws reaches error, and not complete', () => {
    const operator = mapWithState(
      () => 0,
      () => [1],
      fail,
    )
    expect(outcome(of('a').pipe(operator))).toEqual({ values: [1], error: fault, completed: false })
  })

  test('an error of the source passes, and nothing is flushed', () => {
    const source = concat(
      of('a'),
      throwError(() => fault),
    )
    const operator = mapWithState(
      () => 0,
      (_, value: string) => [value],
      () => ['flushed'],
    )
    expect(outcome(source.pipe(operator))).toEqual({ values: ['a'], error: fault, completed: false })
  })
})
