import { createVigenere, findCipher } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts } from '../testing/index.ts'
import { keyFinders } from './cipher-named.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const model = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const finding = (name: string) => createDecipherer({ model, counts, cipher: keyFinders[name]() })

test.each([
  ['vigenere', 'trithemius', 'none', { shift: 0, step: 1 }],
  ['vigenere', 'progressive', '5,-4', { shift: 5, step: 22 }],
  ['trithemius', 'trithemius', 'none', { shift: 0, step: 1 }],
  ['progressive', 'progressive', '3,13', { shift: 3, step: 13 }],
])(
  '%s: a key of %s that grows by a step is found, in fewer letters than it has places',
  (sought, name, written, key) => {
    const cipher = findCipher(name)
    const ciphertext = cipher.encrypt(plaintext, cipher.parseKey(written))
    const decipherer = finding(sought)
    const first = decipherer.createSession()
    const events = first.push(ciphertext.slice(0, 28))
    const second = decipherer.createSession(first.snapshot())
    expect(finalText([...events, ...second.settle()])).toBe(plaintext.slice(0, 28))
    const all = allEvents(decipherer, [ciphertext])
    expect(finalText(all)).toBe(plaintext)
    expect(all.at(-1)).toMatchObject({ cipher: 'progressive', key })
  },
)

test('a key that grows by a step over spaces too is one of letters', () => {
  const key = { key: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', over: 'all' } as const
  const events = allEvents(finding('vigenere'), [createVigenere().encrypt(plaintext, key)])
  expect(finalText(events)).toBe(plaintext)
  expect(events.at(-1)).toMatchObject({ cipher: 'vigenere', key })
})

test.each(['abcdefghijklmnopqrstuvwxyz', 'zyxwvu tsrqpo nmlkji hgfedc', 'adgjmpsvybehknqtwzcfilorux'])(
  'letters in the order of the alphabet are no text of one letter: %s',
  (letters) => {
    for (const cipher of ['vigenere', 'progressive']) {
      const read = finalText(allEvents(finding(cipher), [letters]))
      expect(new Set(read.replaceAll(' ', '')).size).toBeGreaterThan(1)
    }
  },
)
