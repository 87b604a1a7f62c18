import { type Chunk, createAtbash, createCaesar, createRandom, InvalidOptionError } from '@runnel/core'
import { createGronsfeld, createTrithemius } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import type { Belief } from '../belief/belief.ts'
import { REST, TRIAL } from '../belief/beyond/constants.ts'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import { keyFamilyOf } from '../keys/index.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent, DoneEvent } from '../session/events.ts'
import { allEvents, createBigramModel, createSampleCounts, laws, sessionLaws } from '../testing/index.ts'
import { createAuto } from './auto.ts'
import { keyFinders } from './cipher-named.ts'
import type { Finding, KeyFinder } from './key-finder.ts'
import { prepareKeySearch } from './key-search.ts'
import { languageModelOf } from './language-model-of.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const model = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const gronsfeld = keyFinders.gronsfeld()
const wide = createDecipherer({
  model,
  counts,
  cipher: createAuto({ listed: 'caesar', beyond: [gronsfeld] }),
})
const listed = createDecipherer({ model, counts, cipher: 'caesar' })

const random = createRandom(19)
const gibberish = (letters: number): string =>
  Array.from({ length: letters }, () => String.fromCharCode(97 + random.integer(26))).join('')
const repeated = createGronsfeld().encrypt(plaintext.repeat(2), { key: '31415' })
const shifted = createCaesar().encrypt(plaintext.repeat(2), { shift: 9 })
const mirrored = createAtbash().encrypt(plaintext.repeat(2), {})
const done = (events: readonly DecipherEvent[]): DoneEvent => events.at(-1) as DoneEvent

/** A search that finds nothing, and what it has read. */
const idle = (trial?: number) => {
  const [read, ahead]: [string[], number[]] = [[], []]
  const unknown = { cipher: 'unknown', key: {} }
  const belief: Belief = {
    key: unknown,
    probability: 1,
    doubt: 0,
    isOpening: false,
    isCertain: false,
    read: ({ unit }, _share, letters = 0) => {
      read.push(String.fromCharCode(unit))
      ahead.push(letters)
      return 1 / 26
    },
    reading: ({ unit }) => unit,
    probabilityOf: () => 1 / 26,
    readOn: (text) => text,
    possibleKeys: () => [{ ...unknown, probability: 1, read: (text) => text }],
    forget() {},
    save() {},
    free() {},
  }
  const finder: KeyFinder<Finding> = {
    name: 'idle',
    prepare: (means) => ({ ...gronsfeld.prepare(means), createKeys: () => belief }),
  }
  const cipher = createAuto({ listed: 'caesar', beyond: [finder], trial })
  return { read, ahead, decipherer: createDecipherer({ model, counts, cipher }) }
}

describe('text that a listed key explains', () => {
  test('gives the same events as without, and wakes nothing', () => {
    const { read, decipherer } = idle()
    for (const text of [shifted, plaintext]) {
      expect(allEvents(decipherer, [text])).toEqual(allEvents(listed, [text]))
    }
    expect(read).toEqual([])
  })

  test('heals where it woke the others', () => {
    const { read, decipherer } = idle()
    const text = `${gibberish(20)} ${shifted}`
    const events = allEvents(decipherer, [text])
    expect(done(events)).toMatchObject({ cipher: 'caesar', key: { shift: 9 } })
    expect(finalText(events).endsWith(plaintext)).toBe(true)
    expect(read.length).toBeLessThan(text.length)
  })
})

test('a key that repeats is found though its cipher is not named, and the text is read from its start', () => {
  const events = allEvents(wide, [repeated])
  expect(done(events)).toMatchObject({ cipher: 'gronsfeld', key: { key: '31415' } })
  expect(finalText(events)).toBe(plaintext.repeat(2))
})

test('a key that grows by a step is found beside those that repeat', () => {
  const cipher = createAuto({ listed: 'caesar', beyond: [keyFinders.vigenere()] })
  const ciphertext = createTrithemius().encrypt(plaintext, {})
  const events = allEvents(createDecipherer({ model, counts, cipher }), [ciphertext])
  expect(done(events)).toMatchObject({ cipher: 'progressive', key: { shift: 0, step: 1 } })
  expect(finalText(events)).toBe(plaintext)
})

test('what wakes has read the text from its beginning', () => {
  const { read, ahead, decipherer } = idle()
  decipherer.createSession().push(repeated.slice(0, 60))
  expect(read.join('')).toBe(repeated.slice(0, 60))
  // It is told how many letters have come already, down to none with the one that woke it.
  const woken = ahead.indexOf(0)
  const letters = repeated.slice(0, woken + 1).replaceAll(' ', '')
  expect(ahead[0]).toBe(letters.length - 1)
  expect(ahead.slice(woken).every((left) => left === 0)).toBe(true)
})

test('what wakes within a text has read it from the beginning of a word', () => {
  const words = plaintext.split(' ')
  const before = words.map((_, i) => words.slice(0, i + 1).join(' ')).filter(({ length }) => length > 30)
  for (const plain of before.slice(0, 12)) {
    const { read, decipherer } = idle()
    const text = `${plain} ${repeated}`
    decipherer.createSession().push(text.slice(0, plain.length + 100))
    expect(text[text.indexOf(read.join('')) - 1]).toBe(' ')
  }
})

test('text that nothing explains is read for so many letters, then ever more seldom', () => {
  const { read, decipherer } = idle()
  const text = gibberish(10_000)
  decipherer.createSession().push(text)
  // Rests of 1024, 2048 and 4096 letters lie between four trials.
  expect(REST.first * 7 + TRIAL * 4).toBeLessThan(10_000)
  expect(read.length).toBeGreaterThan(TRIAL)
  expect(read.length).toBeLessThanOrEqual(4 * TRIAL)
})

test('the letters of a trial may be chosen, from those that wake a search to a bound', () => {
  const { read, decipherer } = idle(40)
  decipherer.createSession().push(gibberish(300))
  expect(read.length).toBeGreaterThan(30)
  expect(read.length).toBeLessThanOrEqual(40)
  for (const trial of [7, 8.5, 4097]) expect(() => idle(trial)).toThrow(InvalidOptionError)
})

test('text of few letters, such as DNA, is claimed for nothing', () => {
  const text = Array.from({ length: 80 }, () => 'ACGT'[random.integer(4)]).join('')
  const events = allEvents(wide, [text])
  expect(finalText(events)).toBe(text)
  expect(events.filter((event) => event.type === 'key' && event.cipher === 'gronsfeld')).toEqual([])
})

test('a snapshot of other searches is refused by name', () => {
  const session = wide.createSession()
  session.push(shifted)
  const cipher = createAuto({ listed: 'caesar', beyond: [keyFinders.porta()] })
  const other = createDecipherer({ model, counts, cipher })
  expect(() => other.createSession(session.snapshot())).toThrow(SnapshotMismatchError)
  expect(() => other.createSession(session.snapshot())).toThrow('beyond')
})

/** Keys that can be listed, as if they were dear. */
const atbash: KeyFinder<Finding> = {
  name: 'atbash',
  prepare: ({ model: net, options }) =>
    prepareKeySearch(languageModelOf(net, 'atbash'), keyFamilyOf('atbash'), options),
}

describe('sessions', () => {
  const cipher = createAuto({ listed: 'caesar', beyond: [atbash] })
  const decipherer = createDecipherer({ model, counts, cipher })
  const events = async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks)
  const text = async (chunks: readonly Chunk[]) => finalText(await events(chunks))
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  const { alphabet } = createCaesar()
  test.each(laws(3))('$name', ({ check }) => check({ events, text, decrypt, alphabet }))
  // Cutting a snapshot anywhere tries sections that all beliefs have.
  const own = sessionLaws(1).filter(({ name }) => !name.includes('cut short'))
  test.each(own)('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: 40 * 1024 }))

  test.each([
    ['asleep, woken, found, failed, and another found', [mirrored, gibberish(200), shifted]],
    ['woken for nothing', [gibberish(280), mirrored]],
  ])('%s: one that moves again and again goes on as if never interrupted', (_, parts) => {
    const whole = parts.join(' ')
    let session = decipherer.createSession()
    const moved: DecipherEvent[] = []
    const pieces = whole.match(/.{1,7}/g) ?? []
    for (const piece of pieces) {
      session = decipherer.createSession(session.snapshot())
      moved.push(...session.push(piece))
    }
    expect([...moved, ...session.flush()]).toEqual(allEvents(decipherer, pieces))
  })

  test('another key is found after the one of a dear search', () => {
    const told = allEvents(decipherer, [mirrored + gibberish(200) + shifted])
    expect(done(told)).toMatchObject({ cipher: 'caesar', key: { shift: 9 } })
    expect(finalText(told).startsWith(plaintext)).toBe(true)
  })
})
