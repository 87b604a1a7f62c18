import { type Chunk, createCaesar } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import { allEvents, countSteps, createBigramModel, cut } from '../testing/index.ts'
import type { WatchMode } from './live-options.ts'

const caesar = createCaesar()
const sentence =
  'the mill stands at the bend where the water is quick, and the man who keeps it has seen forty such springs. '
const long = sentence.repeat(12)
const changing = (keys: readonly number[]): string =>
  keys.map((shift) => caesar.encrypt(sentence.repeat(5), { shift })).join('')

/** A decipherer, and how many net steps it has made. */
const counted = (watch: WatchMode) => {
  const { model, steps } = countSteps(createBigramModel())
  return { decipherer: createDecipherer({ model, cipher: 'caesar', watch }), steps }
}

test('every: a step a character; adaptive: few; off: none once the key is certain', () => {
  const steps = (['every', 'adaptive', 'off'] as const).map((watch) => {
    const { decipherer, steps } = counted(watch)
    // The bits of the language are found out once, with the first stream.
    allEvents(decipherer, ['a'])
    const before = steps()
    expect(finalText(allEvents(decipherer, [caesar.encrypt(long, { shift: 5 })]))).toBe(long)
    return (steps() - before) / long.length
  })
  expect(steps[0]).toBeGreaterThan(0.9)
  expect(steps[1]).toBeLessThan(0.35)
  expect(steps[2]).toBeLessThan(0.1)
})

describe('adaptive', () => {
  const { decipherer } = counted('adaptive')

  test('looked-up text is interim until a probe confirms it', () => {
    const session = decipherer.createSession()
    const held = [...caesar.encrypt(long, { shift: 5 })].map((unit) => {
      const interim = session.push(unit).find((event) => event.type === 'interim')
      return interim?.text.length ?? 0
    })
    expect(Math.max(...held)).toBeGreaterThan(80)
    expect(Math.max(...held)).toBeLessThan(160)
  })

  test.each(['—', '7', '文', '\u{1f600}'])(
    'a long run of %s after a locked key is not held for ever',
    (unit) => {
      const events = allEvents(decipherer, [
        caesar.encrypt(long, { shift: 5 }),
        ...Array(300).fill(unit.repeat(50)),
      ])
      expect(finalText(events)).toBe(long + unit.repeat(15_000))
      const waits = events.map((event) => (event.type === 'interim' ? event.text.length : 0))
      expect(Math.max(...waits)).toBeLessThan(1100)
    },
  )

  test('a change of key is found, and nothing that was looked up stays wrong', () => {
    const events = allEvents(decipherer, [changing([3, 8, 20])])
    expect(finalText(events)).toBe(sentence.repeat(15))
    const keys = events.filter((event) => event.type === 'key').map(({ key }) => Object.values(key)[0])
    expect([...new Set(keys)].slice(-3)).toEqual([3, 8, 20])
  })

  test('gives what reading every letter gives', () => {
    const ciphertext = changing([3, 8, 20])
    const every = finalText(allEvents(counted('every').decipherer, [ciphertext]))
    expect(finalText(allEvents(decipherer, [ciphertext]))).toBe(every)
  })

  test('what comes later tells what came before: a third fewer letters are wrong than reading each as it comes', () => {
    const plaintext = sentence.repeat(2)
    // Every key holds for 200 letters or so, and changes somewhere in a word.
    const shifts = Array.from({ length: 24 }, (_, i) => (i * 7 + 3) % 26)
    const ciphertext = shifts
      .map((shift, i) => caesar.encrypt(plaintext.slice(i, i + 190), { shift }))
      .join('')
    const text = shifts.map((_, i) => plaintext.slice(i, i + 190)).join('')
    const wrong = (watch: WatchMode): number => {
      const found = finalText(allEvents(counted(watch).decipherer, [ciphertext]))
      return [...found].filter((unit, i) => unit !== text[i]).length
    }
    expect(wrong('adaptive')).toBeLessThan(0.7 * wrong('every'))
  })

  test('text that may wait only a little is read letter by letter', () => {
    const bare = createBigramModel()
    const impatient = createDecipherer({
      model: bare,
      cipher: 'caesar',
      watch: 'adaptive',
      commit: { maxDelay: 9 },
    })
    const session = impatient.createSession()
    const held = [...caesar.encrypt(long, { shift: 5 })].map((unit) => {
      const interim = session.push(unit).find((event) => event.type === 'interim')
      return interim?.text.length ?? 0
    })
    expect(Math.max(...held)).toBeLessThan(20)
  })
})

test('off: a change of key goes unnoticed', () => {
  const text = finalText(allEvents(counted('off').decipherer, [changing([3, 11])]))
  expect(text.startsWith(sentence.repeat(5))).toBe(true)
  expect(text.endsWith(caesar.decrypt(caesar.encrypt(sentence, { shift: 11 }), { shift: 3 }))).toBe(true)
})

const moved = (decipherer: Decipherer, chunks: readonly Chunk[]): DecipherEvent[] => {
  let session = decipherer.createSession()
  const events = chunks.flatMap((chunk) => {
    session = decipherer.createSession(session.snapshot())
    return session.push(chunk)
  })
  return [...events, ...session.flush()]
}

describe.each([
  { watch: 'adaptive', probability: 0.999 },
  // One letter is enough for a probe to be content.
  { watch: 'adaptive', probability: 0.51 },
  { watch: 'off', probability: 0.999 },
] as const)('$watch, final at $probability', ({ watch, probability }) => {
  const decipherer = createDecipherer({
    model: createBigramModel(),
    cipher: 'caesar',
    watch,
    commit: { probability },
  })
  const ciphertext = changing([3, 11])
  const whole = finalText(allEvents(decipherer, [ciphertext]))

  test.each([1, 7, 64, 333])('chunks of %d units change nothing, nor does moving after each', (size) => {
    const places = Array.from({ length: Math.floor(ciphertext.length / size) }, (_, i) => i * size)
    const chunks = cut(ciphertext, places)
    const events = allEvents(decipherer, chunks)
    expect(finalText(events)).toBe(whole)
    expect(moved(decipherer, chunks)).toEqual(events)
  })
})
