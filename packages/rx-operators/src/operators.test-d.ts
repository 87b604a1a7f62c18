import { type CaesarKey, type Chunk, type Cipher, createCaesar } from '@runnel/core'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { type OperatorFunction, of, type Observable as RxObservable } from 'rxjs'
import { ColdObservable } from 'rxjs-9'
import { map } from 'rxjs-9/map'
import { pipe } from 'rxjs-9/pipe'
import { expectTypeOf, test } from 'vitest'
import {
  type Checkpoint,
  type DecipheredRecord,
  decipher,
  decipherEvents,
  decipherRecords,
  encipher,
  fromReadable,
  mapWithState,
  type SettledText,
  settledText,
  toReadable,
} from './index.ts'
import * as web from './observable/index.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: { shift: 3 } })

test('operators have the types of the contract', () => {
  expectTypeOf(decipher(decipherer)).toEqualTypeOf<OperatorFunction<Chunk, string>>()
  expectTypeOf(decipherEvents(decipherer)).toEqualTypeOf<OperatorFunction<Chunk, DecipherEvent>>()
  expectTypeOf(encipher(createCaesar(), { shift: 3 })).toEqualTypeOf<OperatorFunction<string, string>>()
})

test('operators fit into pipes of text, and of bytes', () => {
  const text = of('gdwd').pipe(decipher(decipherer))
  expectTypeOf(text).toEqualTypeOf<RxObservable<string>>()
  expectTypeOf(of(new Uint8Array()).pipe(decipherEvents(decipherer))).toEqualTypeOf<
    RxObservable<DecipherEvent>
  >()
  expectTypeOf(text.pipe(encipher(createCaesar(), { shift: 3 }))).toEqualTypeOf<RxObservable<string>>()
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

test('bridges keep the type of what flows', () => {
  expectTypeOf(fromReadable(() => new ReadableStream<number>())).toEqualTypeOf<RxObservable<number>>()
  expectTypeOf(fromReadable(async () => new ReadableStream<number>())).toEqualTypeOf<RxObservable<number>>()
  expectTypeOf(toReadable(of(1, 2))).toEqualTypeOf<ReadableStream<number>>()
  // @ts-expect-error no such policy
  toReadable(of(1), { whenFull: 'wait' })
})

test('records keep the type of their offsets', () => {
  const read = of({ offset: 1n, chunk: 'gd' }).pipe(decipherRecords(decipherer))
  expectTypeOf(read).toEqualTypeOf<RxObservable<DecipheredRecord<bigint>>>()
  expectTypeOf<DecipheredRecord['checkpoint']>().toEqualTypeOf<Checkpoint | undefined>()
  // @ts-expect-error the stored offset is a number
  decipherRecords<bigint>(decipherer, { checkpoint: { offset: 1, snapshot: new Uint8Array() } })
  expectTypeOf(of<DecipherEvent>().pipe(settledText())).toEqualTypeOf<RxObservable<SettledText>>()
})

test('web Observables: the type that the platform or rxjs 9 declares', () => {
  expectTypeOf(web.decipher(decipherer)).toEqualTypeOf<web.ObservableOperator<Chunk, string>>()
  const source = new ColdObservable<string>((subscriber) => subscriber.complete())
  const lengths = source[pipe](web.decipher(decipherer), (text) => text[map]((part) => part.length))
  expectTypeOf(lengths).toEqualTypeOf<Observable<number>>()
  // @ts-expect-error numbers are no ciphertext
  web.decipher(decipherer)(new ColdObservable<number>((subscriber) => subscriber.next(1)))
})
