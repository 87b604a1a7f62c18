import { createCaesar } from '@runnel/core'
import { createDecipherer, finalText } from '@runnel/decipher'
import { describe, expect, test } from 'vitest'
import { driven, giving, kinds, outcome } from '../testing/observables.ts'
import { decipher, decipherEvents, decipherRecords, encipher, mapWithState, settledText } from './index.ts'

describe.each(kinds)('the steps of an operator on an Observable of %s', (_, Kind) => {
  const of = giving(Kind)

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
    const { source, subscribers, next } = driven<string>(Kind)
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
})

const fault = new Error('broken')

describe.each(kinds)('a fault in an operator on an Observable of %s', (_, Kind) => {
  const of = giving(Kind)

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
})

describe.each(kinds)('further operators on an Observable of %s', (_, Kind) => {
  const of = giving(Kind)

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
