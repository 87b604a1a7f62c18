import { type Chunk, createRandom } from '@runnel/core'
import { createHomophonic } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { isSymbol, symbolsAs } from '../belief/homophonic/symbol-units.ts'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import { crc32 } from '../saving/crc32.ts'
import { allEvents, createSampleCounts, laws, sessionLaws } from '../testing/index.ts'
import { createHomophonicSearch } from './homophonic.ts'

const TEXT = `the boat came down the river in the morning with bread and letters and the man at the mill waited for it he had
seen the water rise and fall and he knew what the wheel would say nobody asked him how the winter had been and the boat
went on with the letters to the man who had waited for them in the morning`
const letters = TEXT.replace(/\s/g, '')
const counts = await createSampleCounts(TEXT)
const sought = (moves: number) => createHomophonicSearch({ words: counts, letters: counts, moves })
const decipherer = createDecipherer({ cipher: sought(20_000), candidates: 2 })
const hasty = createDecipherer({ cipher: sought(1000) })
const { generateKey, encrypt } = createHomophonic()

test.each([
  ['characters', letters, { size: 30 }],
  ['numbers', letters, { size: 30, numbers: true }],
  ['characters in words', TEXT, { size: 30 }],
  ['numbers in words', TEXT.replaceAll('\n', ' '), { size: 30, numbers: true }],
])('the key of %s is found while they arrive', (_, plaintext, options) => {
  const ciphertext = encrypt(plaintext, generateKey(createRandom(1), options))
  const events = allEvents(decipherer, ciphertext.split(''))
  const text = finalText(events)
  const wrong = Array.from(text).filter((unit, at) => unit !== plaintext[at])
  expect(text).toHaveLength(plaintext.length)
  expect(wrong.length).toBeLessThan(0.05 * plaintext.length)
  const interim = events.find(({ type }) => type === 'key')
  expect(interim).toBeDefined()
  expect(events.at(-1)).toMatchObject({ cipher: 'homophonic', letters: letters.length })
})

test('text that no key explains stands as it is; of numbers, question marks', () => {
  const random = createRandom(3)
  const none = Array.from({ length: 200 }, () => String.fromCharCode(0x21 + random.integer(60))).join('')
  const events = allEvents(hasty, [none])
  expect(finalText(events)).toBe(none)
  expect(events.at(-1)).toMatchObject({ cipher: 'unknown', key: {}, letters: 200 })
  expect(finalText(allEvents(hasty, ['12 7 45']))).toBe('???')
})

test('a session that moves after every character tells the same', () => {
  const ciphertext = encrypt(TEXT, generateKey(createRandom(2), { size: 30 }))
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
  expect(crc32(new TextEncoder().encode(JSON.stringify(told))).toString(16)).toBe('cfd96c1d')
})

test('seeds and moves are a part of snapshots, and out of range are refused', () => {
  const snapshot = createDecipherer({ cipher: sought(1000) })
    .createSession()
    .snapshot()
  expect(() => decipherer.createSession(snapshot)).toThrow(SnapshotMismatchError)
  expect(() => sought(999)).toThrow('moves: expected a whole number, 1000 to 100000000')
  expect(() => createHomophonicSearch({ words: counts, letters: counts, seed: -1 })).toThrow('seed: expected')
})

describe('laws', () => {
  const decrypt = (ciphertext: string): string => finalText(allEvents(hasty, [ciphertext]))
  const skin = {
    text: async (chunks: readonly Chunk[]) => finalText(allEvents(hasty, chunks)),
    events: async (chunks: readonly Chunk[]) => allEvents(hasty, chunks),
    decrypt,
    alphabet: symbolsAs(isSymbol),
  }
  // Symbols keep no case, and numbers are read as a letter each.
  const own = laws(2).filter((law) => !law.name.startsWith('length'))
  test.each(own)('$name', ({ check }) => check(skin))
  test.each(sessionLaws(2))('$name', ({ check }) =>
    check({ decipherer: hasty, decrypt, snapshotBytes: 24_576 }),
  )
})
