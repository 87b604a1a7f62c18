import { expectTypeOf, test } from 'vitest'
import {
  type CaesarKey,
  type Cipher,
  ciphers,
  createCaesar,
  createTokenizer,
  InvalidOptionError,
  padSequences,
  RunnelError,
  UnknownSymbolError,
} from './index.ts'

test('the types of the contract', () => {
  expectTypeOf(createCaesar()).toEqualTypeOf<Cipher<CaesarKey>>()
  expectTypeOf(ciphers.caesar).returns.toEqualTypeOf<Cipher<CaesarKey>>()
  expectTypeOf(createTokenizer('a').encode).toEqualTypeOf<(text: string) => Uint16Array>()
  expectTypeOf(createTokenizer('a').decode).parameter(0).toEqualTypeOf<ArrayLike<number>>()
  expectTypeOf(padSequences([], { length: 1 }).shape).toEqualTypeOf<[rows: number, length: number]>()
  // @ts-expect-error padding goes at the start or at the end
  padSequences([], { length: 1, side: 'middle' })
})

test('isInstance narrows to the class it is called on', () => {
  const error: unknown = new UnknownSymbolError('a', 0)
  if (UnknownSymbolError.isInstance(error)) expectTypeOf(error).toEqualTypeOf<UnknownSymbolError>()
  if (InvalidOptionError.isInstance(error)) expectTypeOf(error.option).toEqualTypeOf<string>()
  if (RunnelError.isInstance(error)) expectTypeOf(error).toEqualTypeOf<RunnelError>()
})
