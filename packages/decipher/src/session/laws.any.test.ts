import { type Chunk, createCaesar } from '@runnel/core'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { createDecipherEventStream, createDecipherStream, finalText } from '../pipelines/streams.ts'
import {
  allEvents,
  createFixedShiftModel,
  createRecallingModel,
  cut,
  decipherWhole,
  laws,
  type SessionSubject,
  type Skin,
  sessionLaws,
} from '../testing/index.ts'
import { collect, sourceOf } from '../testing/web-streams.ts'

const model = createFixedShiftModel(3)
const recalling = createRecallingModel()
const onKernels = createRecallingModel(await loadDefaultEngine())
const decrypt = (ciphertext: string) => createCaesar().decrypt(ciphertext, { shift: 3 })

/** Snapshots: 160 bytes, the name of key or model, and 4 bytes a number of state. */
const subjects: Record<string, SessionSubject> = {
  'a key': {
    decipherer: createDecipherer({ cipher: 'caesar', key: { shift: 3 } }),
    decrypt,
    snapshotBytes: 160 + 'cipher caesar, key 3, alphabet abcdefghijklmnopqrstuvwxyz'.length,
  },
  'a net': {
    decipherer: createDecipherer({ model }),
    decrypt,
    snapshotBytes: 160 + 'model fixed-shift-3 fixed-shift-3, engine typed-array'.length + 4 * 26,
  },
  'a net that recalls': {
    decipherer: createDecipherer({ model: recalling }),
    decrypt: decipherWhole(recalling),
    snapshotBytes: 160 + 'model recalling recalling, engine typed-array'.length + 4 * (12 + 2 * 12),
  },
  'a net that recalls, on the default engine': {
    decipherer: createDecipherer({ model: onKernels }),
    decrypt: decipherWhole(onKernels),
    snapshotBytes: 160 + 'model recalling recalling, engine typed-array'.length + 4 * (12 + 2 * 12),
  },
}

const iterate = async <T>(stream: AsyncIterable<T>): Promise<T[]> => {
  const values: T[] = []
  for await (const value of stream) values.push(value)
  return values
}

const skinsOf = (decipherer: Decipherer): Record<string, Skin> => {
  const session = async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks)
  const events = (chunks: readonly Chunk[]) =>
    collect(sourceOf(chunks).pipeThrough(createDecipherEventStream(decipherer)))
  const text = (chunks: readonly Chunk[]) => sourceOf(chunks).pipeThrough(createDecipherStream(decipherer))
  return {
    session: { text: async (chunks) => finalText(await session(chunks)), events: session },
    'event stream': { text: async (chunks) => finalText(await events(chunks)), events },
    'text stream': { text: async (chunks) => (await collect(text(chunks))).join('') },
    'async iteration': { text: async (chunks) => (await iterate(text(chunks))).join('') },
  }
}

describe.each(Object.entries(subjects))('with %s', (_, subject) => {
  test.each(sessionLaws(40))('$name', ({ check }) => check(subject))

  describe.each(Object.entries(skinsOf(subject.decipherer)))('%s', (_name, skin) => {
    test.each(laws(50))('$name', ({ check }) => check({ ...skin, decrypt: subject.decrypt }))
  })
})

describe('chunking: one chunk of 1 MB gives what chunks of 1 KB give, and what is right', () => {
  const size = 1 << 20
  const ciphertext = 'L Olnh Dssohv, 😀!\n'.repeat(size / 19 + 1).slice(0, size)
  const plaintext = decrypt(ciphertext)
  const pieces = cut(
    ciphertext,
    Array.from({ length: size / 1024 }, (_, i) => i * 1024),
  )

  test.each(Object.entries(skinsOf(subjects['a key'].decipherer)))('%s', async (_, { text }) => {
    expect((await text([ciphertext])) === plaintext).toBe(true)
    expect((await text(pieces)) === plaintext).toBe(true)
    expect((await text([new TextEncoder().encode(ciphertext)])) === plaintext).toBe(true)
  })

  test('a net', async () => {
    const decipherer = createDecipherer({ model: createFixedShiftModel(3, await loadDefaultEngine()) })
    expect(finalText(allEvents(decipherer, [ciphertext])) === plaintext).toBe(true)
    expect(finalText(allEvents(decipherer, pieces)) === plaintext).toBe(true)
  })
})
