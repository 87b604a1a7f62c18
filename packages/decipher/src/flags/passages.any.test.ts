import { createCaesar, createRot47 } from '@runnel/core'
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
  shred,
  skinOf,
} from '../testing/index.ts'
import { createPassageFinder } from './passages.ts'
import { readingFlags } from './reading-flags.ts'

const words =
  'the river comes down from the hills and carries the snow of the winter with it to the sea under the bridge of stones '
const counts = await createSampleCounts(words.repeat(3))
const model = createBigramModel(words.repeat(3))
const reading = readingFlags({ counts })
const decipherer = reading(createDecipherer({ model }))
const rot13 = (text: string): string => createCaesar().encrypt(text, { shift: 13 })
const read = (text: string): string => finalText(allEvents(decipherer, [text]))
const body = 'the river comes down from the hills and carries the snow'

test.each([
  ['words in brackets', `${rot13(body)} [under the bridge] ${rot13(body)}`],
  ['words in parentheses', `${rot13(body)} (under the bridge). ${rot13(body)}`],
  ['the label of a line', `${rot13(body)}\nFinal: ${rot13(body)}`],
  ['a question and an answer', `Q: ${rot13(body)}\nA: ${rot13('the sea')}`],
  ['a place', `${rot13(body)} N 48\u00b0 12.345 E 016\u00b0 22.111 ${rot13(body)}`],
  ['a clue', `${rot13(body)}\nClue: Q equals T`],
  ["a newspaper's clue", `${rot13(body)}\n\nToday's Cryptoquip clue: Q = T.  \r\n`],
  ['a clue in capitals', `${rot13(body)}\nHINT: X=E`],
  ['a clue of two letters', `${rot13(body)}\nclue: X stands for E, Q = T`],
  ['a hint that is no clue', `${rot13(body)}\nHint: ${rot13('the sea')}`],
  ['a clue of more than a letter', `${rot13(body)}\nClue: ${rot13('the hills')}`],
  ['the end of a letter', `${rot13(body)}\nYours, River`],
  ['a line of it', `${rot13(body)}\nBest regards,\n${rot13('the hills')}`],
])('%s: stands as it is in a text with a key', (_, text) => {
  const plain = text.replaceAll(rot13(body), body).replaceAll(rot13('the sea'), 'the sea')
  const expected = plain.replaceAll(rot13('the hills'), 'the hills')
  expect(read(text)).toBe(expected)
  expect(finalText(allEvents(decipherer, shred(text)))).toBe(expected)
})

test.each([
  ['words in brackets', `${body} [under the bridge] ${body}`],
  ['words in parentheses', `${body} (under the bridge) ${body}`],
  ['a place', `${body} N 48\u00b0 12.345 E 016\u00b0 22.111 ${body}`],
  ['the end of a letter', `${body}\nYours, River`],
  ['a clue', `${body}\nClue: Q is T`],
  ['a flag', `${body} flag{the_river_of_snow}`],
])('%s: is read with its text where it has the same key', (_, text) => {
  expect(read(rot13(text))).toBe(text)
  expect(read(text)).toBe(text)
})

test('a flag within a text has a key of its own', () => {
  expect(read(`${body} ${rot13('flag{the_river_of_snow}')}.`)).toBe(`${body} flag{the_river_of_snow}.`)
  expect(read(`${body}\n${rot13('flag{the_river_of_snow}')}`)).toBe(`${body}\nflag{the_river_of_snow}`)
  expect(read(`${body} function{the_river(of,snow)}`)).toBe(`${body} function{the_river(of,snow)}`)
})

test('sixteen flags of a text are read, and no more', () => {
  const known = reading(createDecipherer({ cipher: 'caesar', key: '1' }))
  const flag = rot13('flag{the_river}')
  const text = finalText(allEvents(known, [`${flag} `.repeat(20)]))
  expect(text.split(' ').filter((one) => one === 'flag{the_river}')).toHaveLength(17)
})

test('keys that repeat go on behind a passage', () => {
  const vigenere = createVigenere()
  const known = reading(createDecipherer({ cipher: vigenere, key: 'SNOW' }))
  const text = `${body}\nYours, River\n${body}`
  const written = vigenere.encrypt(text, { key: 'SNOW' })
  expect(finalText(allEvents(known, [written]))).toBe(text)
})

test('what may be a passage is interim until it ends, and what follows the last final is told', () => {
  const known = reading(createDecipherer({ cipher: 'caesar', key: '13' })).createSession()
  const [key, ...told] = known.push(`${rot13(body)} [und`)
  expect(key).toMatchObject({ type: 'key', cipher: 'caesar' })
  expect(told).toEqual([
    { type: 'final', start: 0, text: `${body} ` },
    { type: 'interim', start: body.length + 1, text: '[haq' },
  ])
  expect(known.push('er]')).toEqual([{ type: 'final', start: body.length + 1, text: '[under]' }])
  expect(known.push('Yb')).toEqual([{ type: 'interim', start: body.length + 8, text: 'Lo' }])
  expect(finalText(known.settle())).toBe('Lo')
  expect(known.flush()).toHaveLength(1)
})

test('passages by their places', () => {
  const { find, isOne } = createPassageFinder()
  expect(find('see [Final] now', 0, false)).toEqual({ kind: 'bracket', from: 4, to: 11, isOpen: false })
  expect(find('see [Fin', 0, false)).toMatchObject({ from: 4, isOpen: true })
  expect(find('see [Fin', 0, true)).toBeUndefined()
  expect(find('a\nA: b', 0, false)).toMatchObject({ kind: 'named', from: 2, to: 4 })
  expect(find('a A: b ', 0, false)).toBeUndefined()
  expect(find('Yours, Kate', 0, false)).toMatchObject({ isOpen: true })
  expect(find('Yours, Kate', 0, true)).toMatchObject({ kind: 'named', from: 0, to: 11 })
  expect(isOne('place', 'N 48\u00b0 12.345 E 016\u00b0')).toBe(true)
  expect(isOne('place', 'A 48\u00b0 12.345 R 016\u00b0')).toBe(false)
})

test('text in signs that another cipher writes is left alone', () => {
  const text = createRot47().encrypt(`${body} {it}`, {})
  const known = reading(createDecipherer({ cipher: 'rot47', key: 'none' }))
  expect(finalText(allEvents(known, [text]))).toBe(`${body} {it}`)
})

describe('laws', () => {
  const known = reading(createDecipherer({ cipher: 'caesar', key: '3' }))
  const skin = skinOf(known)
  const own = sessionLaws(10).filter(({ name }) => !name.startsWith('trace'))
  test.each(laws(10))('$name', ({ check }) => check(skin))
  test.each(own)('$name', ({ check }) =>
    check({ decipherer: known, decrypt: skin.decrypt, snapshotBytes: 8000 }),
  )

  test('however a text with passages is cut, and saved on the way, the same comes out', () => {
    const decipherer = reading(createDecipherer({ cipher: 'caesar', key: '13' }))
    const text = `Q: ${rot13('the sea')} [under the bridge] ${rot13('flag{snow_of_winter}')}\nYours, River`
    const whole = 'Q: the sea [under the bridge] flag{snow_of_winter}\nYours, River'
    for (let at = 0; at <= text.length; at += 5) {
      const session = decipherer.createSession()
      const first = finalText(session.push(text.slice(0, at)))
      const later = decipherer.createSession(session.snapshot())
      expect(first + finalText(later.push(text.slice(at))) + finalText(later.flush())).toBe(whole)
    }
  })
})
