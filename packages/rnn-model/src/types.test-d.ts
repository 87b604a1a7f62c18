import type { Tokenizer } from '@runnel/core'
import { expectTypeOf, test } from 'vitest'
import { loadModel, ModelFormatError, type RnnModel, type State } from './index.ts'

test('the types of the contract', () => {
  expectTypeOf(loadModel).returns.toEqualTypeOf<Promise<RnnModel>>()
  expectTypeOf(loadModel).toBeCallableWith('https://models.test/net.runnel')
  expectTypeOf(loadModel).toBeCallableWith(new Uint8Array(0), { signal: AbortSignal.abort() })
  expectTypeOf(loadModel).toBeCallableWith({ name: 'x', base64: '' })
  expectTypeOf<RnnModel['createState']>().returns.toEqualTypeOf<State>()
  expectTypeOf<RnnModel['step']>().toEqualTypeOf<(id: number, state: State) => Float32Array>()
  expectTypeOf<RnnModel['run']>().returns.toEqualTypeOf<void>()
  expectTypeOf<RnnModel['tokenizer']>().toEqualTypeOf<Tokenizer>()
  // @ts-expect-error a number is no source
  loadModel(1)
})

test('a model and the vectors of a state are not to be assigned', () => {
  const assign = (model: RnnModel, state: State) => {
    // @ts-expect-error read-only
    model.id = ''
    // @ts-expect-error read-only
    state.values = new Float32Array(0)
  }
  expectTypeOf(assign).returns.toEqualTypeOf<void>()
})

test('isInstance narrows', () => {
  const error: unknown = new ModelFormatError('magic', 'RNNL', 'x')
  if (ModelFormatError.isInstance(error)) expectTypeOf(error.field).toEqualTypeOf<string>()
})
