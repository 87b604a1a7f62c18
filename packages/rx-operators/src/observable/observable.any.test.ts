import type { Chunk } from '@runnel/core'
import { createDecipherer, finalText } from '@runnel/decipher'
import {
  createFixedShiftModel,
  createRecallingModel,
  decipherWhole,
  laws,
  type Skin,
} from '@runnel/decipher/testing'
import { ColdObservable } from 'rxjs-9'
import { map } from 'rxjs-9/map'
import { pipe } from 'rxjs-9/pipe'
import { describe, expect, test } from 'vitest'
import { driven, giving, kinds, outcome, Platform } from '../testing/observables.ts'
import { decipher, decipherEvents } from './index.ts'

test('Chromium has an Observable of its own; elsewhere it is that of rxjs 9', () => {
  const isNative = Function.prototype.toString.call(Platform).includes('[native code]')
  // Node 20 has no navigator.
  expect(isNative).toBe(globalThis.navigator?.userAgent.includes('Chrome') ?? false)
})

describe.each(kinds)('an Observable of %s', (kind, Kind) => {
  const of = giving(Kind)

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
      const { source, subscribers, next } = driven<string>(Kind)
      const controller = new AbortController()
      const result = outcome(operator(source), controller)
      next('gd')
      expect([model.memory.states, subscribers.size]).toEqual([1, 1])
      controller.abort()
      expect([model.memory.states, subscribers.size]).toEqual([0, 0])
      expect(result).toEqual({ values: ['da'] })
    })

    test('is one for all listeners of a shared Observable, one each of a cold one', () => {
      const { source, next } = driven<string>(Kind)
      const text = operator(source)
      const first = outcome(text)
      next('g')
      const second = outcome(text)
      next('d')
      expect([first.values, second.values]).toEqual([['d', 'a'], ['a']])
      expect(model.memory.states).toBe(kind === 'the platform' ? 1 : 2)
    })
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
