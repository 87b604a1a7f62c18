import { type Chunk, LATIN } from '@runnel/core'
import { createSubstitution } from '@runnel/core/ciphers'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { netMeansOf } from '../belief/substitution/net-reader.ts'
import { createSearchTable } from '../belief/substitution/search-table.ts'
import { SubstitutionBelief } from '../belief/substitution/substitution-belief.ts'
import { createTextLetters } from '../belief/substitution/text-letters.ts'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import { netLanguageModel } from '../language/net-language-model.ts'
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
const letters = createTextLetters(LATIN)
const { alphabet } = letters
const net = netMeansOf(netLanguageModel(model))
const table = createSearchTable({ words: counts, letters: counts }, 100)

describe('a belief about a substitution', () => {
  const symbols = LATIN + LATIN.toUpperCase()
  test.each(beliefLaws(5))('$name', ({ check }) =>
    check({ symbols, create: (saved) => new SubstitutionBelief(table, letters, net, saved) }),
  )
})

describe('sessions', () => {
  const decipherer = createDecipherer({ model, cipher })
  const events = async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks)
  const text = async (chunks: readonly Chunk[]) => finalText(await events(chunks))
  /** Nothing is right or wrong with counts of so little: what it gives for the whole at once has to come again. */
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  test.each(laws(5))('$name', ({ check }) => check({ events, text, decrypt, alphabet }))
  test.each(sessionLaws(3))('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: 40 * 1024 }))
})

test('a search of another width is told apart, and shares the tables: it tells what one made so tells', () => {
  const wider = createSubstitutionSearch({ words: counts, letters: counts, width: 300 })
  const [made, own] = [wider.ofWidth(100), cipher].map((one) => createDecipherer({ model, cipher: one }))
  const session = made.createSession()
  expect(session.push('qdaoa vzp kl mlppfefifqx')).toEqual(
    own.createSession().push('qdaoa vzp kl mlppfefifqx'),
  )
  const whole = createDecipherer({ model, cipher: wider })
  expect(() => whole.createSession(session.snapshot())).toThrow(SnapshotMismatchError)
  expect(() => cipher.ofWidth(99)).toThrow('width')
})

const PLAINTEXT = `the boat came down the river in the morning with bread and letters and the man at the mill waited for it. he had
seen the water rise and fall, and he knew what the wheel would say`
const substitution = createSubstitution()
const key = substitution.parseKey('zebras')

test.each([
  ['with spaces', PLAINTEXT, '1a3d069a'],
  ['in groups', PLAINTEXT.replace(/[^a-z]/g, '').replace(/.{5}/g, '$& '), 'bf98b316'],
])('a session that moves after every character, %s, tells the same', (_, plaintext, checksum) => {
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
})

test('letters that are given are read so, and a snapshot of other letters is refused', () => {
  const knowing = createDecipherer({ model, cipher: cipher.knowing({ S: 'f', a: 'E' }) })
  const asWritten = createDecipherer({ model, cipher: cipher.knowing('s=f, A=e') })
  const session = knowing.createSession()
  const events = [...session.push('Siaa zq lkba'), ...session.settle()]
  expect(finalText(events)).toMatch(/^F.ee .. ...e$/)
  expect(asWritten.createSession(session.snapshot()).snapshot()).toEqual(session.snapshot())
  expect(() => createDecipherer({ model, cipher }).createSession(session.snapshot())).toThrow(
    SnapshotMismatchError,
  )
})

test.each([
  [{ '?': 'e' }, 'known: expected letters such as X=e,Q=u'],
  [{ x: 'ee' }, 'known: expected letters such as X=e,Q=u'],
  [{ x: 'e', X: 'f' }, 'none of them for two'],
  ['x', 'none of them for two, received "x"'],
  ['x=e=f', 'known: expected letters such as X=e,Q=u'],
  [{ x: 'e', y: 'e' }, 'none of them for two'],
])('%j is refused', (letters, message) => {
  expect(() => cipher.knowing(letters)).toThrow(message)
})

test('words that are to occur are a part of the search, and of its snapshots', () => {
  const expecting = createDecipherer({ model, cipher: cipher.expecting(['bread', 'River']) })
  const session = expecting.createSession()
  session.push('Siaa zq lkba')
  const again = createDecipherer({ model, cipher: cipher.expecting('BREAD, river') })
  expect(again.createSession(session.snapshot()).snapshot()).toEqual(session.snapshot())
  expect(() => createDecipherer({ model, cipher }).createSession(session.snapshot())).toThrow(
    SnapshotMismatchError,
  )
  expect(() => cipher.expecting('a, b')).toThrow('received "a, b"')
  for (const wrong of ['a', 'two-parts', 'x'.repeat(65), Array(17).fill('bread')]) {
    expect(() => cipher.expecting(wrong)).toThrow('crib: expected up to 16 words of 2 to 64 letters')
  }
})

test('a width out of range is refused', () => {
  for (const width of [99, 100_001, 100.5]) {
    expect(() => createSubstitutionSearch({ words: counts, letters: counts, width })).toThrow(
      'width: expected',
    )
  }
})
