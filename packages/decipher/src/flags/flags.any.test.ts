import { createAffine, createCaesar, createRot47, InvalidOptionError } from '@runnel/core'
import { createVigenere } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import {
  allEvents,
  createBigramModel,
  createSampleCounts,
  laws,
  sessionLaws,
  skinOf,
} from '../testing/index.ts'
import { flagsAsked, readingFlags } from './index.ts'

const words = 'the river comes down from the hills and carries the snow of the winter with it to the sea '
const net = createBigramModel(words.repeat(3))
const counts = await createSampleCounts(words.repeat(3))
const bare = createDecipherer({ model: net })
const decipherer = readingFlags({ counts, formats: ['runnel{'] })(bare)
const read = (text: string) => {
  const events = allEvents(decipherer, [text])
  return { text: finalText(events), done: events.at(-1) }
}

const flag = 'picoCTF{th3_w1nter_r1ver_comes_d0wn_9f3a}'

test.each([
  [flag, 'plain', {}],
  [createCaesar().encrypt(flag, { shift: 13 }), 'caesar', { shift: 13 }],
  [createAffine().encrypt(flag, { a: 5, b: 8 }), 'affine', { a: 5, b: 8 }],
  [createRot47().encrypt(flag, {}), 'rot47', {}],
  [createVigenere().encrypt(flag, { key: 'SNOW' }), 'vigenere', { key: 'SNOW' }],
])('%s', (ciphertext, cipher, key) => {
  expect(read(ciphertext)).toMatchObject({ text: flag, done: { cipher, key, start: flag.length } })
})

const unknown = readingFlags({ counts, wellKnown: [] })(bare)

test.each([
  [createCaesar().encrypt('hillCTF{th3_r1ver_c0mes}', { shift: 13 }), 'hillCTF{th3_r1ver_c0mes}'],
  [createAffine().encrypt('zzctf{th3_r1ver_c0mes_d0wn}', { a: 5, b: 8 }), 'zzctf{th3_r1ver_c0mes_d0wn}'],
  [createRot47().encrypt('WXYZ{th3_w1nter_r1ver_comes}', {}), 'WXYZ{th3_w1nter_r1ver_comes}'],
  [createCaesar().encrypt('MYFLAG{0f41bc9e0f41bc9e}', { shift: 13 }), 'MYFLAG{0f41bc9e0f41bc9e}'],
])('%s begins with nothing that is known', (ciphertext, text) => {
  expect(finalText(allEvents(unknown, [ciphertext]))).toBe(text)
  expect(finalText(allEvents(unknown, ciphertext.split('')))).toBe(text)
})

test.each(['HELEN', 'PLAN9', 'CALENDAR', 'A7BLK92N', 'aaLaaaaaaN'])('%s is no flag under ROT47', (text) => {
  const known = readingFlags({ counts })(createDecipherer({ cipher: 'caesar', key: '0' }))
  expect(finalText(allEvents(known, [text]))).toBe(text)
})

test('a beginning that is asked for, white space around it, and another that is plain', () => {
  const own = createCaesar().encrypt(' \n runnel{17_1s_c0ld}\n', { shift: 5 })
  expect(read(own)).toMatchObject({ text: ' \n runnel{17_1s_c0ld}\n', done: { cipher: 'caesar' } })
  expect(read('acme{the_river_comes}').text).toBe('acme{the_river_comes}')
})

test('text after a flag is read by itself, its letters and places counted on', () => {
  const after = createCaesar().encrypt(' the river comes down from the hills', { shift: 7 })
  const { text, done } = read(createCaesar().encrypt(flag, { shift: 13 }) + after)
  expect(text).toBe(`${flag} the river comes down from the hills`)
  expect(done).toMatchObject({ cipher: 'caesar', key: { shift: 7 }, letters: 57, start: text.length })
})

test('a brace inside is a sign like others', () => {
  expect(read(createCaesar().encrypt('picoCTF{w{river_h1lls}', { shift: 3 })).text).toBe(
    'picoCTF{w{river_h1lls}',
  )
  expect(read('picoCTF{w1{1qz87g}').text).toBe('picoCTF{w1{1qz87g}')
})

test('while it may be a flag, nothing is final', () => {
  const session = decipherer.createSession()
  const before = flag.slice(0, -1).split('')
  const events = before.flatMap((unit) => session.push(unit))
  expect(finalText(events)).toBe('')
  expect(events.some(({ type }) => type === 'interim')).toBe(true)
  expect(finalText(session.push('}'))).toBe(flag)
})

test.each(['pico{', '{', 'picoCTF', 'p-c{', `${'x'.repeat(17)}{`])('%j is no format, or is one', (format) => {
  const make = () => readingFlags({ counts, formats: [format] })
  if (format === 'pico{') expect(make).not.toThrow()
  else expect(make).toThrow(InvalidOptionError)
})

test('asked for in words: the well-known ones, others, none; never beside a cipher, a key or without counts', () => {
  const auto = { cipher: 'auto' }
  const own = createCaesar().encrypt('runnel{17_1s_c0ld}', { shift: 5 })
  const asked = flagsAsked({ ...auto, flagFormat: 'run{, runnel{' }, counts)?.(bare) as typeof bare
  expect(finalText(allEvents(asked, [own]))).toBe('runnel{17_1s_c0ld}')
  expect(flagsAsked(auto, counts)).toBeDefined()
  expect(flagsAsked({ ...auto, flagFormat: 'none' }, counts)).toBeUndefined()
  for (const [beside, given] of [
    [{ cipher: 'caesar' }, counts],
    [{ ...auto, key: 3 }, counts],
    [auto, undefined],
  ] as const) {
    expect(flagsAsked(beside, given)).toBeUndefined()
    expect(() => flagsAsked({ ...beside, flagFormat: 'run{' }, given)).toThrow(
      'no cipher, key or other model',
    )
  }
})

test('cut anywhere, and in another place after each cut', () => {
  const text = `${createVigenere().encrypt(flag, { key: 'SNOW' })} the river comes`
  for (let at = 0; at <= text.length; at += 11) {
    const session = decipherer.createSession()
    const before = finalText(session.push(text.slice(0, at)))
    const other = decipherer.createSession(session.snapshot())
    const after = finalText([...other.push(text.slice(at)), ...other.flush()])
    expect(before + after).toBe(`${flag} the river comes`)
  }
})

describe('laws', () => {
  const known = readingFlags({ counts })(createDecipherer({ cipher: 'caesar', key: '3' }))
  const skin = skinOf(known)
  const own = sessionLaws(10).filter(({ name }) => !name.startsWith('trace'))
  test.each(laws(10))('$name', ({ check }) => check(skin))
  test.each(own)('$name', ({ check }) =>
    check({ decipherer: known, decrypt: skin.decrypt, snapshotBytes: 2400 }),
  )
})
