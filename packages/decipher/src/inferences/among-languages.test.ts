import { type Chunk, type Cipher, createCaesar, LATIN } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import { allEvents, createSampleCounts, laws, sessionLaws } from '../testing/index.ts'
import { amongLanguages } from './among-languages.ts'

const GERMAN = `das boot kam am morgen den fluss herunter und brachte brot und briefe und der mann an der muehle wartete
darauf. er hatte gesehen wie das wasser stieg und fiel, und er wusste was das rad sagen wuerde.`
const [english, german] = await Promise.all([createSampleCounts(), createSampleCounts(GERMAN)])
const languages = [
  { code: 'en', counts: english },
  { code: 'de', counts: german },
]
const decipherer = createDecipherer({ cipher: amongLanguages(languages, 'caesar'), candidates: 3 })
const caesar = createCaesar()
const texts = {
  de: 'Der Mann kam am Morgen an den Fluss, und er wusste, wo das Boot war und das Brot.',
  en: 'The man came down the river in the morning, and he knew what the water had been.',
}

describe.each(Object.entries(texts))('text in %s', (code, plaintext) => {
  const events = allEvents(decipherer, [...caesar.encrypt(plaintext, { shift: 7 })])

  test('is deciphered, and its language told when it is likely enough', () => {
    expect(finalText(events)).toBe(plaintext)
    const keys = events.filter((event) => event.type === 'key')
    expect(keys[0]).not.toHaveProperty('language')
    expect(keys.at(-1)).toMatchObject({ cipher: 'caesar', key: { shift: 7 }, language: code })
    expect(events.at(-1)).toMatchObject({ type: 'done', language: code })
  })

  test('candidates name their languages', () => {
    const last = events.findLast(
      (event): event is Extract<DecipherEvent, { type: 'candidates' }> => event.type === 'candidates',
    )
    expect(last?.candidates[0]).toMatchObject({ key: { shift: 7 }, language: code })
  })
})

describe("an alphabet of a language's own", () => {
  const letters = 'abcdefghijklmnñopqrstuvwxyz'
  const spanish = 'el niño llegó por la mañana al río, y sabía dónde estaba el barco y dónde el pan. '
  const over = createCaesar(letters)

  test('is found beside a to z, told with the key, and kept in a snapshot', async () => {
    const choices = [
      { code: 'en', counts: english },
      { code: 'es', counts: await createSampleCounts(spanish.repeat(3)), share: 0.75 },
      {
        code: 'es',
        counts: await createSampleCounts(spanish.repeat(3), letters),
        alphabet: { name: 'es', letters },
        share: 0.25,
      },
    ]
    const both = createDecipherer({ cipher: amongLanguages(choices, 'caesar'), candidates: 3 })
    const ciphertext = over.encrypt(spanish, { shift: 9 })
    const session = both.createSession()
    const begun = session.push(ciphertext.slice(0, 30))
    const events = [...begun, ...allEventsFrom(both, session.snapshot(), ciphertext.slice(30))]
    expect(finalText(events)).toBe(spanish)
    expect(events.at(-1)).toMatchObject({
      cipher: 'caesar',
      key: { shift: 9, alphabet: 'es' },
      language: 'es',
    })
    const latin = allEvents(both, [caesar.encrypt(spanish, { shift: 9 })])
    expect(finalText(latin)).toBe(spanish)
    expect(latin.at(-1)).toMatchObject({ cipher: 'caesar', key: { shift: 9 }, language: 'es' })
    // Keys of a program's own are over its own letters.
    const own = createDecipherer({ cipher: amongLanguages(choices, createCaesar() as Cipher<unknown>) })
    expect(allEvents(own, [ciphertext]).at(-1)).not.toMatchObject({ key: { alphabet: 'es' } })
  })
})

const allEventsFrom = (decipherer: Decipherer, snapshot: Uint8Array, text: string): DecipherEvent[] => {
  const session = decipherer.createSession(snapshot)
  return [...session.push(text), ...session.flush()]
}

test('a snapshot of other languages is refused, and so are languages that are none', () => {
  const snapshot = decipherer.createSession().snapshot()
  const other = createDecipherer({
    cipher: amongLanguages([...languages].reverse(), 'caesar'),
    candidates: 3,
  })
  expect(() => other.createSession(snapshot)).toThrow(SnapshotMismatchError)
  expect(() => amongLanguages([])).toThrow('a language or more, none twice')
  expect(() => amongLanguages([languages[0], languages[0]])).toThrow('received "en, en"')
})

test('a candidate that several languages read is of the one that reads it best, from its first letters on', () => {
  const reversed = createDecipherer({
    cipher: amongLanguages([...languages].reverse(), 'caesar'),
    candidates: 3,
  })
  const beginning = caesar.encrypt('Das Boot', { shift: 7 })
  const told = [decipherer, reversed].map((each) =>
    allEvents(each, [beginning]).flatMap((event) => (event.type === 'candidates' ? event.candidates : [])),
  )
  expect(told[0][0]).toMatchObject({ key: { shift: 7 }, language: 'de' })
  expect(told[1][0]).toMatchObject({ key: { shift: 7 }, language: 'de' })
})

describe('sessions, of a language over two alphabets', async () => {
  const letters = `${LATIN}ü`
  const own = {
    code: 'de',
    counts: await createSampleCounts(GERMAN, letters),
    alphabet: { name: 'de', letters },
  }
  const over = createDecipherer({ cipher: amongLanguages([...languages, own], 'caesar'), candidates: 3 })
  const events = async (chunks: readonly Chunk[]) => allEvents(over, chunks)
  const text = async (chunks: readonly Chunk[]) => finalText(await events(chunks))
  const decrypt = (ciphertext: string): string => finalText(allEvents(over, [ciphertext]))
  test.each(laws(3))('$name', ({ check }) => check({ events, text, decrypt }))
  test.each(sessionLaws(2))('$name', ({ check }) =>
    check({ decipherer: over, decrypt, snapshotBytes: 600_000 }),
  )
})
