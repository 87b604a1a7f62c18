import { createCaesar } from '@runnel/core'
import { findLetters } from '@runnel/core/alphabets'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotFormatError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, laws, sessionLaws, skinOf } from '../testing/index.ts'
import { readingScripts } from './reading-scripts.ts'
import type { OtherScript } from './script-of.ts'

const words = 'the river comes down from the hills and carries the snow of the winter with it to the sea '
const latin = createDecipherer({ model: createBigramModel(words.repeat(3)) })
const russian = createCaesar(findLetters('ru'))
const others = {
  cyrillic: createDecipherer({ cipher: russian, key: '3' }),
  greek: createDecipherer({ cipher: createCaesar(findLetters('el')), key: '3' }),
}
const decipherer = readingScripts(latin, (script: OtherScript) => others[script])
const read = (text: string, of = decipherer) => {
  const events = allEvents(of, [text])
  return { text: finalText(events), done: events.at(-1) }
}
const plaintext = 'река течёт с холмов, и snow с ней'
const ciphertext = russian.encrypt(plaintext, { shift: 3 })
const english = createCaesar().encrypt('the river comes down from the hills', { shift: 13 })

test('text is read by the decipherer of the script of its first letter', () => {
  expect(read(ciphertext)).toMatchObject({ text: plaintext, done: { start: plaintext.length } })
  expect(read(`«${ciphertext}»`).text).toBe(`«${plaintext}»`)
  expect(read('Μφογποε').text).toBe(read('Μφογποε', others.greek).text)
  expect(read(english)).toEqual(read(english, latin))
  expect(allEvents(decipherer, [`${english} привет`])).toEqual(allEvents(latin, [`${english} привет`]))
})

test.each(['Hint: ', 'Can you read this?\n', '12. ', 'The river comes down from the hills:\n\n'])(
  '%j stands as it is, and what follows is read',
  (heading) => {
    const { text, done } = read(heading + ciphertext)
    expect(text).toBe(heading + plaintext)
    expect(done).toMatchObject({ start: text.length })
  },
)

test('a word of another script within a sentence is none of its beginning', () => {
  const mixed = 'the river привет comes down from the hills'
  expect(read(mixed).text).toBe(mixed)
})

test('where a script has no decipherer, its text is read as all else', () => {
  const alone = readingScripts(latin, () => undefined)
  expect(allEvents(alone, [ciphertext])).toEqual(allEvents(latin, [ciphertext]))
})

test.each([ciphertext, `Hint: ${ciphertext}`])(
  '%j is the same however it is cut, and goes on anywhere',
  (text) => {
    for (let at = 0; at <= text.length; at++) {
      const session = decipherer.createSession()
      const before = session.push(text.slice(0, at))
      const later = decipherer.createSession(session.snapshot())
      const after = [...later.push(text.slice(at)), ...later.flush()]
      expect(finalText([...before, ...after])).toBe(read(text).text)
      expect([...session.push(text.slice(at)), ...session.flush()]).toEqual(after)
      expect(after.at(-1)).toEqual(read(text).done)
    }
  },
)

test('traces tell places of the whole text', () => {
  const starts: number[] = []
  const back = readingScripts(others.cyrillic, () => latin)
  const session = back.createSession(undefined, { trace: ({ start }) => starts.push(start) })
  session.push('Hint: река the')
  expect([starts[0], starts.at(-1)]).toEqual([6, 13])
})

test('a snapshot of a session whose script has no decipherer is refused', () => {
  const session = decipherer.createSession()
  session.push(ciphertext)
  expect(() => readingScripts(latin, () => undefined).createSession(session.snapshot())).toThrow(
    SnapshotFormatError,
  )
})

describe('laws', () => {
  const known = readingScripts(createDecipherer({ cipher: 'caesar', key: '3' }), (script) => others[script])
  const skin = skinOf(known)
  const own = sessionLaws(10).filter(({ name }) => !name.startsWith('trace'))
  test.each(laws(10))('$name', ({ check }) => check(skin))
  test.each(own)('$name', ({ check }) =>
    check({ decipherer: known, decrypt: skin.decrypt, snapshotBytes: 4000 }),
  )
})
