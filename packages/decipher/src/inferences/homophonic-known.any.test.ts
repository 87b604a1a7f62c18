import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, sessionLaws } from '../testing/index.ts'
import { cipherNamed } from './cipher-named.ts'
import { homophonicUnder } from './homophonic-known.ts'

const numbers = createDecipherer({ cipher: homophonicUnder('12=e 7=t 45=e') })
const signs = createDecipherer({ cipher: homophonicUnder({ key: '+=e 7=t ?=e' }) })

test.each([
  ['7 12 45', 'tee'],
  ['7, 12, 45', 'tee'],
  ['7 12 45 / 12 45 7', 'tee eet'],
  ['7-12-45 12-45-7\n7-12', 'tee eet\nte'],
  ['007 012 099', 'te?'],
  [' 7 12 ', 'te'],
])('numbers: %j is %j', (ciphertext, plaintext) => {
  expect(finalText(allEvents(numbers, [ciphertext]))).toBe(plaintext)
  expect(finalText(allEvents(numbers, ciphertext.split('')))).toBe(plaintext)
})

test('each symbol is final as it comes, and what is none stands as it is', () => {
  const session = signs.createSession()
  expect(session.push('7+? x😀')).toEqual([
    { type: 'key', start: 0, cipher: 'homophonic', key: { key: '+=e 7=t ?=e' }, probability: 1 },
    { type: 'final', start: 0, text: 'tee x😀' },
  ])
  expect(session.flush()).toEqual([
    { type: 'done', start: 7, cipher: 'homophonic', key: { key: '+=e 7=t ?=e' }, probability: 1, letters: 4 },
  ])
})

test('it is found by name, with its key; without it needs a search', () => {
  const key = '+=e 7=t'
  expect(
    finalText(allEvents(createDecipherer({ cipher: cipherNamed('homophonic', key), key }), ['7+'])),
  ).toBe('te')
  expect(() => cipherNamed('homophonic', undefined)).toThrow('key: expected the key: that of homophonic')
  expect(() => cipherNamed('homophonic', '+=')).toThrow('key: expected what each symbol stands for')
})

test('a snapshot of another key is refused', () => {
  expect(() => numbers.createSession(signs.createSession().snapshot())).toThrow(SnapshotMismatchError)
})

describe('laws', () => {
  const decrypt = (ciphertext: string): string => finalText(allEvents(signs, [ciphertext]))
  test.each(sessionLaws(10))('$name', ({ check }) =>
    check({ decipherer: signs, decrypt, snapshotBytes: 600 }),
  )
})
