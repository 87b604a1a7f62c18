import { createCaesar } from '@runnel/core'
import { createDecipherer, finalText, SessionEndedError } from '@runnel/decipher'
import { createFixedShiftModel, laws, type Skin } from '@runnel/decipher/testing'
import { firstValueFrom, from, of, Subject, toArray } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { describe, expect, test, vi } from 'vitest'
import { decipher, decipherEvents } from './decipher.ts'
import { encipher } from './encipher.ts'

const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
const byNet = createDecipherer({ model: createFixedShiftModel(3) })

const marbles = (check: Parameters<TestScheduler['run']>[0]): void => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(check)
}

describe.each([
  ['a key', byKey],
  ['a net', byNet],
])('laws, with %s', (_, decipherer) => {
  const events = (chunks: readonly (string | Uint8Array)[]) =>
    firstValueFrom(from(chunks).pipe(decipherEvents(decipherer), toArray()))
  const skins: [string, Skin][] = [
    ['decipherEvents', { events, text: async (chunks) => finalText(await events(chunks)) }],
    [
      'decipher',
      {
        text: async (chunks) =>
          (await firstValueFrom(from(chunks).pipe(decipher(decipherer), toArray()))).join(''),
      },
    ],
  ]
  describe.each(skins)('%s', (_name, skin) => {
    test.each(laws(100))('$name', ({ check }) => check(skin))
  })
})

const values = { a: 'gd', b: 'wd', x: 'da', y: 'ta', h: '\ud83d', l: '\ude00', s: '😀' }

test.each([
  ['never', '       -      ', '-'],
  ['empty', '       |      ', '|'],
  ['one', '         a|     ', 'x|'],
  ['many', '        -a-b-|  ', '-x-y-|'],
  ['error', '       -a-#    ', '-x-#'],
  ['a split pair', '-h-l|  ', '---s|'],
])('decipher: %s', (_, source, expected) => {
  marbles(({ cold, expectObservable }) => {
    expectObservable(cold(source.trim(), values).pipe(decipher(byNet))).toBe(expected, values)
  })
})

test('early unsubscribe ends the source and gives no flush', () => {
  marbles(({ hot, expectObservable, expectSubscriptions }) => {
    const source = hot('-a-b-|', values)
    expectObservable(source.pipe(decipher(byKey)), '^--!').toBe('-x--', values)
    expectSubscriptions(source.subscriptions).toBe('^--!')
  })
})

test('two subscribers have a session each', () => {
  marbles(({ hot, expectObservable }) => {
    const text = hot('-h-l|', values).pipe(decipher(byKey))
    expectObservable(text).toBe('---s|', values)
    expectObservable(text, '--^').toBe('---l|', values)
  })
})

test('events come with the key first and done last', async () => {
  const events = await firstValueFrom(of('gd', 'wd').pipe(decipherEvents(byNet), toArray()))
  expect(events.map(({ type }) => type)).toEqual(['key', 'final', 'final', 'done'])
})

test('a fault of the session reaches error', () => {
  const error = vi.fn()
  const source = new Subject<string>()
  source.pipe(decipher(byKey)).subscribe({ error })
  source.next(42 as unknown as string)
  expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'invalid_option', option: 'chunk' }))
  expect(source.observed).toBe(false)
  expect(SessionEndedError.isInstance(error.mock.calls[0][0])).toBe(false)
})

describe('encipher', () => {
  test.each([
    ['data', 'gdwd'],
    ['I Like Apples', 'L Olnh Dssohv'],
    ['abcdefghijklmnopqrstuvwxyz', 'defghijklmnopqrstuvwxyzabc'],
  ])('%j ↔ %j', async (plaintext, ciphertext) => {
    const enciphered = of(...plaintext).pipe(encipher(createCaesar(), { shift: 3 }), toArray())
    expect((await firstValueFrom(enciphered)).join('')).toBe(ciphertext)
    const deciphered = of(...ciphertext).pipe(decipher(byNet), toArray())
    expect((await firstValueFrom(deciphered)).join('')).toBe(plaintext)
  })

  test('marbles', () => {
    marbles(({ cold, expectObservable }) => {
      const operator = encipher(createCaesar(), { shift: 3 })
      expectObservable(cold('-x-y-|', values).pipe(operator)).toBe('-a-b-|', values)
      expectObservable(cold('-x-#', values).pipe(operator)).toBe('-a-#', values)
      expectObservable(cold('|').pipe(operator)).toBe('|')
    })
  })

  test('a bad key is refused when the operator is made', () => {
    expect(() => encipher(createCaesar(), { shift: 0.5 })).toThrow('shift: expected a whole number')
  })
})
