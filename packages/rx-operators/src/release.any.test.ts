import type { Chunk } from '@runnel/core'
import { createDecipherer } from '@runnel/decipher'
import { createFixedShiftModel } from '@runnel/decipher/testing'
import { concat, map, NEVER, type OperatorFunction, of, Subject, take, throwError } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { decipher, decipherEvents } from './decipher.ts'
import { decipherRecords } from './decipher-records.ts'
import { mapWithState } from './map-with-state.ts'
import { outcome } from './testing/outcome.ts'

const model = createFixedShiftModel(3)
const decipherer = createDecipherer({ model })
const { snapshot } = decipherer.createSession()
const fault = new Error('broken')
/** Each offset comes once. */
const numbered = () => {
  let offset = 0
  return map((chunk: Chunk) => ({ offset: offset++, chunk }))
}

describe.each<[string, () => OperatorFunction<Chunk, unknown>]>([
  ['decipher', () => decipher(decipherer)],
  ['decipher from a snapshot', () => decipher(decipherer, { snapshot: snapshot() })],
  ['decipherEvents', () => decipherEvents(decipherer)],
  ['decipherRecords', () => (source) => source.pipe(numbered(), decipherRecords(decipherer))],
])('%s holds one state a subscription', (_, create) => {
  const before = () => model.memory.states

  test('until it completes, fails, or is unsubscribed', () => {
    const [states, operator] = [before(), create()]
    expect(before()).toBe(states)
    const sources = [new Subject<string>(), new Subject<string>(), new Subject<string>()]
    const results = sources.map((source) => {
      const result = outcome(source.pipe(operator))
      source.next('gdwd')
      return result
    })
    const last = sources[2].pipe(operator).subscribe()
    expect(before()).toBe(states + 4)
    sources[0].complete()
    expect(before()).toBe(states + 3)
    sources[1].error(fault)
    expect(before()).toBe(states + 2)
    last.unsubscribe()
    expect(before()).toBe(states + 1)
    sources[2].complete()
    expect(before()).toBe(states)
    expect(results.map(({ completed, error }) => error ?? completed)).toEqual([true, fault, true])
  })

  test('of a synchronous source too, however it ends', () => {
    const [states, operator] = [before(), create()]
    const failing = concat(
      of('gd'),
      throwError(() => fault),
    )
    for (const source of [of('gd', 'wd'), failing, of('gd', 42 as unknown as string)]) {
      outcome(source.pipe(operator))
      outcome(source.pipe(operator, take(1)))
      expect(before()).toBe(states)
    }
    const subscription = concat(of('gd'), NEVER).pipe(operator).subscribe()
    expect(before()).toBe(states + 1)
    subscription.unsubscribe()
    expect(before()).toBe(states)
  })
})

test('a state is released once, after the last value and before nothing else', () => {
  const order: string[] = []
  const operator = mapWithState(
    () => order,
    (notes, value: string) => [notes.push(value)],
    (notes) => [notes.push('flush')],
    (notes) => notes.push('release'),
  )
  of('a').pipe(operator).subscribe()
  of('b').pipe(operator, take(1)).subscribe()
  const source = new Subject<string>()
  const subscription = source.pipe(operator).subscribe()
  source.next('c')
  subscription.unsubscribe()
  subscription.unsubscribe()
  expect(order).toEqual(['a', 'flush', 'release', 'b', 'release', 'c', 'release'])
})

test('no state, no release', () => {
  let released = 0
  const operator = mapWithState(
    () => {
      throw fault
    },
    () => [1],
    undefined,
    () => released++,
  )
  expect(outcome(of('a').pipe(operator)).error).toBe(fault)
  expect(released).toBe(0)
})
