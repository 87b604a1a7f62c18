import { type Chunk, InvalidOptionError } from '@runnel/core'
import { createDecipherer, type Decipherer, type DecipherSession, SessionEndedError } from '@runnel/decipher'
import { createFixedShiftModel } from '@runnel/decipher/testing'
import { EMPTY, NEVER, type OperatorFunction, of, Subject } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { decipher, decipherEvents } from './decipher.ts'
import { marbles } from './testing/marbles.ts'
import { outcome } from './testing/outcome.ts'

const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
const byNet = createDecipherer({ model: createFixedShiftModel(3) })
const values = { a: 'gd', h: '\ud83d', l: '\ude00', x: 'da', s: '😀', e: '', u: '\ufffd' }

test.each([
  ['the halves of a pair come together', '-h-l|', '---s|'],
  ['a half that nothing follows comes at the end', '-a-h-|', '-x---(h|)'],
  ['a half that nothing follows is lost with an error', '-h-#', '---#'],
  ['nothing comes of an empty chunk', '-e-a-e|', '---x--|'],
])('%s', (_, source, expected) => {
  marbles(({ cold, expectObservable }) => {
    expectObservable(cold(source, values).pipe(decipher(byNet))).toBe(expected, values)
  })
})

test('one who subscribes between the halves of a pair gets the second alone', () => {
  marbles(({ hot, expectObservable }) => {
    const text = hot('-h-l|', values).pipe(decipher(byKey))
    expectObservable(text).toBe('---s|', values)
    expectObservable(text, '--^').toBe('---l|', values)
  })
})

test('part of a code point at the end of bytes is U+FFFD', () => {
  const bytes = of(Uint8Array.of(0x67, 0xe2), Uint8Array.of(0x82))
  expect(outcome(bytes.pipe(decipher(byKey)))).toEqual({ values: ['d', '\ufffd'], completed: true })
})

test('candidates are events among the others, and no text', () => {
  const asked = createDecipherer({ cipher: 'caesar', key: '3', candidates: 1 })
  const { values: events } = outcome(of('gd', 'wd').pipe(decipherEvents(asked)))
  expect(events.map(({ type }) => type)).toEqual([
    'key',
    'final',
    'candidates',
    'final',
    'candidates',
    'candidates',
    'done',
  ])
  expect(events.at(-2)).toMatchObject({ start: 4, candidates: [{ key: { shift: 3 }, text: 'data' }] })
  expect(outcome(of('gd', 'wd').pipe(decipher(asked))).values).toEqual(['da', 'ta'])
})

const fault = new Error('broken')
const fail = (): never => {
  throw fault
}
const calls: string[] = []
/** A decipherer whose sessions fail in one method, and note which are called. */
const failing = (method: keyof DecipherSession | 'createSession' | 'none'): Decipherer => {
  calls.length = 0
  const noted = (name: keyof DecipherSession, session: DecipherSession) => () => {
    calls.push(name)
    return name === method ? fail() : name === 'push' ? session.push('gd') : session.flush()
  }
  return {
    createSession() {
      calls.push('createSession')
      const session = method === 'createSession' ? fail() : byKey.createSession()
      return { ...session, push: noted('push', session), flush: noted('flush', session) }
    },
  }
}

describe.each<[string, (decipherer: Decipherer) => OperatorFunction<Chunk, unknown>]>([
  ['decipher', decipher],
  ['decipherEvents', decipherEvents],
])('%s', (_, create) => {
  test('no session is made before someone subscribes; then one each', () => {
    const text = EMPTY.pipe(create(failing('none')))
    expect(calls).toEqual([])
    text.subscribe()
    text.subscribe()
    expect(calls).toEqual(['createSession', 'flush', 'createSession', 'flush'])
  })

  test('unsubscribing drops the session without a flush', () => {
    const source = new Subject<string>()
    const subscription = source.pipe(create(failing('none'))).subscribe()
    source.next('gd')
    subscription.unsubscribe()
    expect(source.observed).toBe(false)
    source.next('gd')
    expect(calls).toEqual(['createSession', 'push'])
  })

  test('a session that cannot be made is an error, and the source is not asked', () => {
    const result = outcome(NEVER.pipe(create(failing('createSession'))))
    expect(result).toEqual({ values: [], error: fault, completed: false })
  })

  test('what push throws is an error, and the source is left', () => {
    const source = new Subject<string>()
    const result = outcome(source.pipe(create(failing('push'))))
    source.next('gd')
    expect(source.observed).toBe(false)
    expect(result).toEqual({ values: [], error: fault, completed: false })
    expect(calls).toEqual(['createSession', 'push'])
  })

  test('what flush throws is an error, after all that came before', () => {
    const whole = outcome(of('gd').pipe(create(failing('none'))))
    const result = outcome(of('gd').pipe(create(failing('flush'))))
    expect(result.error).toBe(fault)
    expect(result.completed).toBe(false)
    expect(result.values.length).toBeGreaterThan(0)
    expect(result.values).toEqual(whole.values.slice(0, result.values.length))
  })

  test('a chunk that is neither text nor bytes is a typed error; what came before stays', () => {
    const source = new Subject<string>()
    const result = outcome(source.pipe(create(byKey)))
    source.next('gdwd')
    const { length } = result.values
    source.next(42 as unknown as string)
    expect(result.error).toBeInstanceOf(TypeError)
    expect(InvalidOptionError.isInstance(result.error)).toBe(true)
    expect(result.error).toMatchObject({ code: 'invalid_option', option: 'chunk', received: 42 })
    expect(SessionEndedError.isInstance(result.error)).toBe(false)
    expect(result.values.length).toBe(length)
    expect(source.observed).toBe(false)
  })
})
