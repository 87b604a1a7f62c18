import { type Chunk, type Cipher, createCaesar } from '@runnel/core'
import { loadModel } from '@runnel/rnn-model'
import { expectTypeOf, test } from 'vitest'
import {
  type Candidate,
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
  type EventKey,
  enumerateKeys,
  type FinalEvent,
  finalText,
  type InterimEvent,
  type KeyEvent,
  type SessionWatch,
} from './index.ts'
import { cipherNamed } from './inferences/cipher-named.ts'

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

declare module './index.ts' {
  interface CipherKeys {
    'of my own': { word: string }
  }
}

test('a cipher is one that ships, or one of your own', () => {
  expectTypeOf(createDecipherer({ cipher: 'caesar', key: 3 })).toEqualTypeOf<Decipherer>()
  expectTypeOf(
    createDecipherer({ cipher: cipherNamed('vigenere', 'LEMON'), key: 'LEMON' }),
  ).toEqualTypeOf<Decipherer>()
  const own: Cipher<number> = { ...createCaesar(), name: 'of my own' } as never
  expectTypeOf(createDecipherer({ cipher: own, key: 3 })).toEqualTypeOf<Decipherer>()
  expectTypeOf(createDecipherer({ cipher: enumerateKeys(createCaesar()) })).toEqualTypeOf<Decipherer>()
})

test('the cipher of an event tells the fields of its key', () => {
  const tell = (event: KeyEvent | DoneEvent | Candidate) => {
    if (event.cipher === 'caesar') expectTypeOf(event.key.shift).toEqualTypeOf<number>()
    if (event.cipher === 'caesar') expectTypeOf(event.key.alphabet).toEqualTypeOf<string | undefined>()
    if (event.cipher === 'affine') expectTypeOf(event.key.a).toEqualTypeOf<number>()
    if (event.cipher === 'vigenere') expectTypeOf(event.key.key).toEqualTypeOf<string>()
    if (event.cipher === 'of my own') expectTypeOf(event.key.word).toEqualTypeOf<string>()
    // @ts-expect-error there is no such cipher
    if (event.cipher === 'cesar') return
    // @ts-expect-error any key has it not
    event.key.shift
    expectTypeOf(event.key).toExtend<EventKey>()
  }
  expectTypeOf(tell).returns.toBeVoid()
})

test('options are checked', () => {
  // @ts-expect-error the key has to be one of the cipher
  createDecipherer({ cipher: createCaesar(), key: { places: 3 } })
  // @ts-expect-error no such cipher
  createDecipherer({ cipher: 'cesar', key: '3' })
  // @ts-expect-error a model has to be loaded
  createDecipherer({ model: { name: 'english', base64: '' } })
  // @ts-expect-error and awaited
  createDecipherer({ model: loadModel('https://models.test/x') })
  // @ts-expect-error no such option
  createDecipherer({ cypher: 'caesar' })
  // @ts-expect-error no such way to watch
  createDecipherer({ watch: 'never' })
  // @ts-expect-error no such output
  createDecipherStream(decipherer, { output: 'buffer' })
  // @ts-expect-error a chunk is text or bytes
  decipherer.createSession().push(42)
})
