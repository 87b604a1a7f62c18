import { mergeMap, type OperatorFunction, of, Subject, take, tap } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { marbles } from './marbles.ts'

/** An operator, and what it should give when it reads `a` and then `b`. */
export interface OperatorCase<T, R> {
  operator: OperatorFunction<T, R>
  a: T
  b: T
  /** Values that follow the first `a`, and then a `b`; at least one each. */
  afterA: R[]
  afterB: R[]
  /** Values that the end adds: of a source that gave nothing, `a`, or `a` and `b`. */
  end: [empty: R[], one: R[], both: R[]]
}

/** Tests what every operator has to do, in diagrams of 7 characters a value: ends, errors, unsubscribing, reuse. */
export const describeOperator = <T, R>(name: string, checked: OperatorCase<T, R>): void => {
  describe(name, () => {
    testEnds(checked)
    testChains(checked)
    testSubscribers(checked)
    testWithoutTime(checked)
  })
}

/** Every value that may come out, under one letter each. */
const alphabet = 'abcdefghijklmnop'

const diagramsOf = <T, R>({ afterA, afterB, end }: OperatorCase<T, R>) => {
  const values = [...afterA, ...afterB, ...end.flat()]
  /** The diagram of values that come at once, and perhaps the end. */
  const at = (together: R[], last = ''): string => {
    const symbols = together.map((value) => alphabet[values.indexOf(value)]).join('') + last
    const diagram = symbols.length > 1 ? `(${symbols})` : symbols
    return last ? diagram : diagram.padEnd(7, '-')
  }
  return {
    outputs: Object.fromEntries(values.map((value, i) => [alphabet[i], value])),
    at,
    gap: '------',
    whole: `-${at(afterA)}${at(afterB)}`,
  }
}

const testEnds = <T, R>(checked: OperatorCase<T, R>): void => {
  const { operator, a, b, afterA, end } = checked
  const { outputs, at, gap, whole } = diagramsOf(checked)
  test.each([
    ['never', '-', '-', '^'],
    ['empty', '|', at(end[0], '|'), '(^!)'],
    ['one', `-a${gap}|`, `-${at(afterA)}${at(end[1], '|')}`, `^-------!`],
    ['many', `-a${gap}b${gap}|`, `${whole}${at(end[2], '|')}`, '^--------------!'],
    ['no end', `-a${gap}b${gap}`, whole, '^'],
    ['an error at once', '#', '#', '(^!)'],
    ['an error after a value', `-a${gap}#`, `-${at(afterA)}#`, '^-------!'],
  ])('%s', (_, source, expected, subscription) => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const input = cold(source, { a, b })
      expectObservable(input.pipe(operator)).toBe(expected, outputs)
      expectSubscriptions(input.subscriptions).toBe(subscription)
    })
  })
}

const testChains = <T, R>(checked: OperatorCase<T, R>): void => {
  const { operator, a, b, afterA } = checked
  const { outputs, at, gap } = diagramsOf(checked)
  test.each<[string, OperatorFunction<T, R>]>([
    ['early unsubscribe ends the source, and nothing more comes', operator],
    [
      'the chain stays intact around it',
      (source) =>
        source.pipe(
          mergeMap((value) => of(value)),
          operator,
        ),
    ],
    [
      'the chain stays intact after it',
      (source) =>
        source.pipe(
          operator,
          mergeMap((value) => of(value)),
        ),
    ],
  ])('%s', (_, chain) => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot(`-a${gap}b${gap}|`, { a, b })
      expectObservable(source.pipe(chain), '^---!').toBe(`-${at(afterA).slice(0, 7)}`, outputs)
      expectSubscriptions(source.subscriptions).toBe('^---!')
    })
  })
}

const testSubscribers = <T, R>(checked: OperatorCase<T, R>): void => {
  const { operator, a, b, end } = checked
  const { outputs, at, gap, whole } = diagramsOf(checked)
  test('two subscribers, one of them late, have a state each', () => {
    marbles(({ cold, expectObservable }) => {
      const both = cold(`-a${gap}b${gap}|`, { a, b }).pipe(operator)
      const expected = `${whole}${at(end[2], '|')}`
      expectObservable(both).toBe(expected, outputs)
      expectObservable(both, '---^').toBe(`---${expected}`, outputs)
    })
  })

  test('one operator on two sources has a state for each', () => {
    marbles(({ cold, expectObservable }) => {
      for (const start of ['-', '---']) {
        const source = cold(`${start}a${gap}b${gap}|`, { a, b })
        const expected = `${start}${whole.slice(1)}${at(end[2], '|')}`
        expectObservable(source.pipe(operator)).toBe(expected, outputs)
      }
    })
  })
}

/** Sources that give their values at once, where diagrams tell nothing apart. */
const testWithoutTime = <T, R>({ operator, a, b, afterA, afterB, end }: OperatorCase<T, R>): void => {
  test('a synchronous source stops when enough has come', () => {
    let read = 0
    const received: R[] = []
    const source = of(a, b, a, b).pipe(tap(() => read++))
    source.pipe(operator, take(1)).subscribe((value) => received.push(value))
    expect({ received, read }).toEqual({ received: afterA.slice(0, 1), read: 1 })
  })

  test('a listener may send more while it listens', () => {
    const source = new Subject<T>()
    const received: unknown[] = []
    source.pipe(operator).subscribe({
      next(value) {
        received.push(value)
        if (received.length === 1) {
          source.next(b)
          source.complete()
        }
      },
      complete: () => received.push('complete'),
    })
    source.next(a)
    expect(received).toEqual([...afterA, ...afterB, ...end[2], 'complete'])
  })
}
