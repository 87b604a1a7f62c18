import { type CaesarKey, type Cipher, createCaesar } from '@runnel/core'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { type Observable, type OperatorFunction, of } from 'rxjs'
import { expectTypeOf, test } from 'vitest'
import { decipher, decipherEvents, encipher, mapWithState } from './index.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: { shift: 3 } })

test('operators have the types of the contract', () => {
  expectTypeOf(decipher(decipherer)).toEqualTypeOf<OperatorFunction<string | Uint8Array, string>>()
  expectTypeOf(decipherEvents(decipherer)).toEqualTypeOf<
    OperatorFunction<string | Uint8Array, DecipherEvent>
  >()
  expectTypeOf(encipher(createCaesar(), { shift: 3 })).toEqualTypeOf<OperatorFunction<string, string>>()
})

test('operators fit into pipes of text, and of bytes', () => {
  const text = of('gdwd').pipe(decipher(decipherer))
  expectTypeOf(text).toEqualTypeOf<Observable<string>>()
  expectTypeOf(of(new Uint8Array()).pipe(decipherEvents(decipherer))).toEqualTypeOf<
    Observable<DecipherEvent>
  >()
  expectTypeOf(text.pipe(encipher(createCaesar(), { shift: 3 }))).toEqualTypeOf<Observable<string>>()
  // @ts-expect-error numbers are no ciphertext
  of(1).pipe(decipher(decipherer))
  // @ts-expect-error bytes are no plaintext
  of(new Uint8Array()).pipe(encipher(createCaesar(), { shift: 3 }))
})

test('a key has to be one of the cipher', () => {
  expectTypeOf(encipher<CaesarKey>).parameters.toEqualTypeOf<[Cipher<CaesarKey>, CaesarKey]>()
  // @ts-expect-error Caesar's key is a shift
  encipher(createCaesar(), { places: 3 })
  // @ts-expect-error a decipherer is made by createDecipherer
  decipher({})
})

test('mapWithState infers value, result and state', () => {
  const operator = mapWithState(
    () => ({ seen: 0 }),
    (state, value: number) => {
      expectTypeOf(state).toEqualTypeOf<{ seen: number }>()
      return [`${value}`]
    },
    (state) => {
      expectTypeOf(state).toEqualTypeOf<{ seen: number }>()
      return new Set<string>()
    },
  )
  expectTypeOf(operator).toEqualTypeOf<OperatorFunction<number, string>>()
  mapWithState<number, string, number>(
    () => 0,
    () => ['a'],
    // @ts-expect-error step and flush give the same type
    () => [1],
  )
})
