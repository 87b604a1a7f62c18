import { type Chunk, createAlphabet, createSubstitution, LATIN } from '@runnel/core'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { createSearchTable } from '../belief/substitution/search-table.ts'
import { SubstitutionBelief } from '../belief/substitution/substitution-belief.ts'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { crc32 } from '../saving/crc32.ts'
import {
  allEvents,
  beliefLaws,
  createRecallingModel,
  createSampleCounts,
  laws,
  sessionLaws,
} from '../testing/index.ts'
import { createSubstitutionSearch } from './substitution.ts'

const model = createRecallingModel(await loadDefaultEngine(), { kind: 'language' })
const counts = await createSampleCounts()
const cipher = createSubstitutionSearch({ words: counts, letters: counts, width: 100 })
const alphabet = createAlphabet(LATIN)
const table = createSearchTable({ words: counts, letters: counts }, 100)

describe('a belief about a substitution', () => {
  const symbols = LATIN + LATIN.toUpperCase()
  test.each(beliefLaws(8))('$name', ({ check }) =>
    check({ symbols, create: (saved) => new SubstitutionBelief(table, alphabet, saved) }),
  )
})

describe('sessions', () => {
  const decipherer = createDecipherer({ model, cipher })
  const events = async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks)
  const text = async (chunks: readonly Chunk[]) => finalText(await events(chunks))
  /** Nothing is right or wrong with counts of so little: what it gives for the whole at once has to come again. */
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  test.each(laws(8))('$name', ({ check }) => check({ events, text, decrypt, alphabet }))
  test.each(sessionLaws(5))('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: 40 * 1024 }))
})

const PLAINTEXT = `the boat came down the river in the morning with bread and letters and the man at the mill waited for it. he had
seen the water rise and fall, and he knew what the wheel would say`
const substitution = createSubstitution()
const key = substitution.parseKey('zebras')

test.each([
  ['with spaces', PLAINTEXT, '1f71e38f'],
  ['in groups', PLAINTEXT.replace(/[^a-z]/g, '').replace(/.{5}/g, '$& '), 'fc7532b'],
])(
  'a session that moves after every character, %s, tells the same, in every runtime',
  (_, plaintext, checksum) => {
    const decipherer = createDecipherer({ model, cipher })
    const ciphertext = substitution.encrypt(plaintext, key)
    let session = decipherer.createSession()
    const told = Array.from(ciphertext, (unit) => {
      session = decipherer.createSession(session.snapshot())
      return session.push(unit)
    }).flat()
    const staying = decipherer.createSession()
    expect([...told, ...session.flush()]).toEqual([
      ...Array.from(ciphertext, (unit) => staying.push(unit)).flat(),
      ...staying.flush(),
    ])
    expect(crc32(new TextEncoder().encode(JSON.stringify(told))).toString(16)).toBe(checksum)
  },
)
