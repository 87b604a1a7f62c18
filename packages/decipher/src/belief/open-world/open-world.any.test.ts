import { createAtbash, createCaesar, createRandom } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../../decipherer.ts'
import type { CipherChoice } from '../../keys/key-families.ts'
import { finalText } from '../../pipelines/streams.ts'
import type { DecipherEvent, DoneEvent } from '../../session/events.ts'
import { allEvents, countSteps, createBigramModel } from '../../testing/index.ts'

const model = createBigramModel()
const caesar = createCaesar()
const random = createRandom(9)
const letters = (count: number): string =>
  String.fromCharCode(...Array.from({ length: count }, () => 97 + random.integer(26)))
const words = (count: number): string => letters(count).replace(/.{5,8}/g, '$& ')
const english =
  'the river comes down from the hills in spring and carries the snow with it. there is a mill at the bend '

const done = (events: readonly DecipherEvent[]): DoneEvent => events.at(-1) as DoneEvent
const of = (text: string, cipher: CipherChoice = 'caesar') =>
  allEvents(createDecipherer({ model, cipher }), [text])

describe('text that no key explains', () => {
  const text = words(160)
  const events = of(text)

  test('is told as unknown, and passes as it stands', () => {
    expect(done(events)).toMatchObject({ cipher: 'unknown', key: {} })
    expect(done(events).probability).toBeGreaterThan(0.99)
    expect(finalText(events)).toBe(text)
  })

  test('has a fit nearer to random letters than to the language', () => {
    const { bits, language, random: even } = done(events).fit ?? { bits: 0, language: 0, random: 0 }
    expect(even).toBe(4.7)
    expect(bits).toBeGreaterThan(even)
    expect(language).toBeLessThan(even)
  })

  test('is final with the flush alone', () => {
    const session = createDecipherer({ model, cipher: 'caesar' }).createSession()
    const pushed = [...text].flatMap((unit) => session.push(unit))
    const known = pushed.findIndex((event) => event.type === 'key' && event.cipher === 'unknown')
    expect(known).toBeGreaterThan(0)
    const finals = pushed.slice(known).filter((event) => event.type === 'final')
    // 128 letters of delay, and what was final before is no more than a few.
    expect(finalText(finals).length).toBeLessThan(text.length - 128)
  })
})

test('so is a short text, for as long as it stays so', () => {
  const random = 'hvtxbmqldcnqkrfpzvu'
  expect(done(of(random))).toMatchObject({ cipher: 'unknown' })
  const events = of(`${random} ${english.repeat(2)}`)
  expect(events.some((event) => event.type === 'key' && event.cipher === 'unknown')).toBe(true)
  expect(done(events)).toMatchObject({ cipher: 'caesar', key: { shift: 0 } })
})

test('digits and signs that one key alone reads as letters are no proof of it', () => {
  const text = 'B4:0E:9D:C7:35:F2'
  expect(finalText(of(text, 'auto'))).toBe(text)
})

test('text that a key explains is not, whichever it is', () => {
  for (const [cipher, text] of [
    ['plain', english],
    ['caesar', caesar.encrypt(english, { shift: 9 })],
    ['atbash', createAtbash().encrypt(english, {})],
  ]) {
    const events = of(text, 'auto')
    expect([done(events).cipher, finalText(events)]).toEqual([cipher, english])
    const { bits = 0, language = 0 } = done(events).fit ?? {}
    expect(Math.abs(bits - language)).toBeLessThan(1.5)
  }
})

test('keys rest on text that none explains, and are tried anew', () => {
  const { model: counted, steps } = countSteps(model)
  const session = createDecipherer({ model: counted, cipher: 'caesar' }).createSession()
  session.push(words(400))
  const before = steps()
  session.push(words(2000))
  expect((steps() - before) / 2000).toBeLessThan(12)
  session.push(caesar.encrypt(english.repeat(5), { shift: 9 }))
  expect(done(session.flush())).toMatchObject({ cipher: 'caesar', key: { shift: 9 } })
})

test('a session restored while its keys rest goes on as if never interrupted', () => {
  const decipherer = createDecipherer({ model, cipher: 'caesar', watch: 'adaptive' })
  const text = words(300) + caesar.encrypt(english.repeat(5), { shift: 9 })
  const whole = allEvents(decipherer, [...text])
  let session = decipherer.createSession()
  const events: DecipherEvent[] = []
  for (const unit of text) {
    session = decipherer.createSession(session.snapshot())
    events.push(...session.push(unit))
  }
  expect([...events, ...session.flush()]).toEqual(whole)
})
