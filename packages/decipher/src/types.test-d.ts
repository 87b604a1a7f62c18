import { type Chunk, createCaesar } from '@runnel/core'
import { expectTypeOf, test } from 'vitest'
import {
  createDecipherEventStream,
  createDecipherer,
  createDecipherStream,
  type DecipherEvent,
  type Decipherer,
  type DecipherIterator,
  type DecipherSession,
  type DecipherStream,
  type DoneEvent,
  decipherEventIterable,
  decipherIterable,
  decipherResponse,
  type FinalEvent,
  finalText,
  type InterimEvent,
  type KeyEvent,
  type SessionWatch,
} from './index.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: { shift: 3 } })

test('the types of the contract', () => {
  expectTypeOf(decipherer).toEqualTypeOf<Decipherer>()
  expectTypeOf(decipherer.createSession).toEqualTypeOf<
    (snapshot?: Uint8Array | ArrayBuffer, watch?: SessionWatch) => DecipherSession
  >()
  expectTypeOf<DecipherSession['push']>().toEqualTypeOf<(chunk: Chunk) => DecipherEvent[]>()
  expectTypeOf<DecipherSession['flush']>().toEqualTypeOf<() => DecipherEvent[]>()
  expectTypeOf<DecipherSession['snapshot']>().toEqualTypeOf<() => Uint8Array>()
  expectTypeOf<DecipherSession['free']>().toEqualTypeOf<() => void>()
  expectTypeOf(createDecipherStream(decipherer)).toEqualTypeOf<DecipherStream<string>>()
  expectTypeOf(createDecipherStream(decipherer)).toExtend<TransformStream<Chunk, string>>()
  expectTypeOf(createDecipherStream(decipherer, { output: 'text' })).toEqualTypeOf<DecipherStream<string>>()
  const bytes = createDecipherStream(decipherer, { output: 'bytes' })
  expectTypeOf(bytes).toEqualTypeOf<DecipherStream<Uint8Array<ArrayBuffer>>>()
  expectTypeOf(decipherResponse).returns.toEqualTypeOf<Response>()
  expectTypeOf(createDecipherEventStream).returns.toEqualTypeOf<DecipherStream<DecipherEvent>>()
  expectTypeOf(decipherIterable).returns.toEqualTypeOf<DecipherIterator<string>>()
  expectTypeOf(decipherEventIterable).returns.toEqualTypeOf<DecipherIterator<DecipherEvent>>()
  expectTypeOf(finalText).toEqualTypeOf<(events: readonly DecipherEvent[]) => string>()
})

test('the type of an event tells its fields', () => {
  expectTypeOf<DecipherEvent['type']>().toEqualTypeOf<'final' | 'interim' | 'key' | 'candidates' | 'done'>()
  expectTypeOf<Extract<DecipherEvent, { type: 'final' }>>().toEqualTypeOf<FinalEvent>()
  expectTypeOf<Extract<DecipherEvent, { type: 'interim' }>>().toEqualTypeOf<InterimEvent>()
  expectTypeOf<Extract<DecipherEvent, { type: 'key' }>>().toEqualTypeOf<KeyEvent>()
  expectTypeOf<Extract<DecipherEvent, { letters: number }>>().toEqualTypeOf<DoneEvent>()
})

test('options are checked', () => {
  // @ts-expect-error the key has to be one of the cipher
  createDecipherer({ cipher: createCaesar(), key: { places: 3 } })
  // @ts-expect-error no such option
  createDecipherer({ cypher: 'caesar' })
  // @ts-expect-error no such way to watch
  createDecipherer({ watch: 'never' })
  // @ts-expect-error no such output
  createDecipherStream(decipherer, { output: 'buffer' })
  // @ts-expect-error a chunk is text or bytes
  decipherer.createSession().push(42)
})
