import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import {
  allEvents,
  createBigramModel,
  laws,
  sessionLaws,
  toySubstitution,
  toyVigenere,
  toyVigenereCipher,
} from '../testing/index.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const model = createBigramModel(plaintext.repeat(3))
const last = (events: readonly DecipherEvent[]) => events.at(-1) as Extract<DecipherEvent, { type: 'done' }>

describe('a key with a phase that is inferred', () => {
  const ciphertext = toyVigenereCipher.encrypt(plaintext, 'key')

  test.each(['every', 'adaptive', 'off'] as const)('is found, and read on with, watch %s', (watch) => {
    const decipherer = createDecipherer({ model, cipher: toyVigenere(), watch })
    const long = toyVigenereCipher.encrypt(plaintext.repeat(4), 'key')
    const events = allEvents(decipherer, long.split(''))
    expect(finalText(events)).toBe(plaintext.repeat(4))
    expect(last(events)).toMatchObject({ cipher: 'toy-vigenere', key: { key: 'key' } })
  })

  test('letters that are missing are told as such, and come as the text asks for them', () => {
    const session = createDecipherer({ model, cipher: toyVigenere() }).createSession()
    const keys = [...ciphertext.slice(0, 3)].map((unit) =>
      session.push(unit).flatMap((event) => (event.type === 'key' ? Object.values(event.key) : [])),
    )
    expect(keys.flat().map((key) => String(key).replace(/[a-z]/g, 'x'))).toEqual(['x..', 'xx.', 'xxx'])
  })
})

describe('an open key that is inferred', () => {
  const decipherer = createDecipherer({ model, cipher: toySubstitution() })

  test('is found: e, t and a changed about', () => {
    const turned = plaintext.replace(/[eta]/g, (letter) => 'tae'['eta'.indexOf(letter)])
    const events = allEvents(decipherer, turned.split(''))
    expect(finalText(events)).toBe(plaintext)
    // The ciphertext alphabet e, t, a stands for these letters.
    expect(last(events)).toMatchObject({ cipher: 'toy-substitution', key: { alphabet: 'aet' } })
  })

  test('a slot that no letter asks for stays empty', () => {
    expect(last(allEvents(decipherer, ['this is this, this is this']))).toMatchObject({
      key: { alphabet: /^\.[eta]\.$/ },
    })
  })
})

describe('a key with a phase that is known', () => {
  const decipherer = createDecipherer({ cipher: toyVigenereCipher, key: 'key' })
  const decrypt = (ciphertext: string) => toyVigenereCipher.decrypt(ciphertext, 'key')
  const fingerprint = '{"cipher":"toy-vigenere","key":"key","alphabet":"abcdefghijklmnopqrstuvwxyz"}'

  test('a key of any type, told as an object', () => {
    expect(allEvents(decipherer, [toyVigenereCipher.encrypt('data', 'key')])).toMatchObject([
      { type: 'key', cipher: 'toy-vigenere', key: { key: 'key' }, probability: 1 },
      { type: 'final', text: 'data' },
      { type: 'done', letters: 4 },
    ])
  })

  test.each(laws(100))('$name', ({ check }) =>
    check({
      text: async (chunks) => finalText(allEvents(decipherer, chunks)),
      events: async (chunks) => allEvents(decipherer, chunks),
      decrypt,
    }),
  )
  test.each(sessionLaws(50))('$name', ({ check }) =>
    check({ decipherer, decrypt, snapshotBytes: 160 + fingerprint.length + 4 }),
  )
})
