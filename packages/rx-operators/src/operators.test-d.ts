import { createCaesar } from '@runnel/core'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import type { OperatorFunction } from 'rxjs'
import { expectTypeOf, test } from 'vitest'
import { decipher, decipherEvents, encipher, mapWithState } from './index.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: { shift: 3 } })

test('operators have the types of the contract', () => {
  expectTypeOf(decipher(decipherer)).toEqualTypeOf<OperatorFunction<string | Uint8Array, string>>()
  expectTypeOf(decipherEvents(decipherer)).toEqualTypeOf<
    OperatorFunction<string | Uint8Array, DecipherEvent>
  >()
  expectTypeOf(encipher(createCaesar(), { shift: 3 })).toEqualTypeOf<OperatorFunction<string, string>>()
  // @ts-expect-error the key has to be one of the cipher
  encipher(createCaesar(), { places: 3 })
})

test('mapWithState infers value, result and state', () => {
  const operator = mapWithState(
    () => ({ seen: 0 }),
    (state, value: number) => {
      expectTypeOf(state).toEqualTypeOf<{ seen: number }>()
      return [`${value}`]
    },
  )
  expectTypeOf(operator).toEqualTypeOf<OperatorFunction<number, string>>()
})
