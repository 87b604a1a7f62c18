import { type Chunk, createCaesar } from '@runnel/core'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { describe, test } from 'vitest'
import { createDecipherer, type DecipherOptions } from '../decipherer.ts'
import { enumerateKeys } from '../keys/enumerate-keys.ts'
import { finalText } from '../pipelines/streams.ts'
import {
  allEvents,
  createFixedShiftModel,
  createRecallingModel,
  laws,
  sessionLaws,
  toySubstitution,
} from '../testing/index.ts'

const engine = await loadDefaultEngine()
const model = createRecallingModel(engine, { kind: 'language' })
const three = enumerateKeys(createCaesar(), [{ shift: 0 }, { shift: 3 }, { shift: 13 }])
const often = { keyChange: { rate: 0.02 } }

const subjects: Record<string, DecipherOptions> = {
  'a known key': { cipher: 'caesar', key: '3' },
  'a net of one key': { model: createFixedShiftModel(3) },
  'keys that are listed': { model, cipher: three, ...often },
  'keys that are listed, watched from time to time': {
    model,
    cipher: three,
    watch: 'adaptive',
    search: { gap: 16, drop: 0.01 },
    commit: { probability: 0.6 },
    ...often,
  },
  'a recogniser': {
    model: createRecallingModel(engine, { kind: 'recognise-key', cipher: 'caesar', keys: 26 }),
  },
  'an open key': { model, cipher: toySubstitution(), ...often },
}

describe.each(Object.entries(subjects))('sessions that tell candidates: %s', (_, options) => {
  const decipherer = createDecipherer({ ...options, candidates: 4 })
  const events = async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks)
  const text = async (chunks: readonly Chunk[]) => finalText(await events(chunks))
  /** The text is what comes out where none are asked for. */
  const decrypt = (ciphertext: string): string =>
    finalText(allEvents(createDecipherer(options), [ciphertext]))
  const own =
    typeof options.cipher === 'object' && 'alphabet' in options.cipher
      ? { alphabet: options.cipher.alphabet }
      : {}

  test.each(laws(10))('$name', ({ check }) => check({ events, text, decrypt, ...own }))
  test.each(sessionLaws(10))('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: 4_000_000 }))
})
