import { createCaesar, createRandom, InvalidOptionError } from '@runnel/core'
import { createVigenere } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createSampleCounts } from '../testing/index.ts'
import { amongLanguages } from './among-languages.ts'
import { createAuto } from './auto.ts'
import { autoAmongLanguages } from './auto-among-languages.ts'
import { keyFinders } from './cipher-named.ts'
import type { LanguageChoice } from './language-choice.ts'

const texts = {
  en: 'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. ',
  de: 'der fluss kommt im fruehling von den bergen herab und traegt den schnee des winters mit sich zum meer. ',
}
const languages: LanguageChoice[] = [
  { code: 'en', counts: await createSampleCounts(texts.en.repeat(3)) },
  { code: 'de', counts: await createSampleCounts(texts.de.repeat(3)) },
]
const greek: LanguageChoice = {
  code: 'el',
  counts: await createSampleCounts('το ποταμι κατεβαινει την ανοιξη. '.repeat(3), 'αβγδεζηθικλμνξοπρστυφχψω'),
  letters: 'αβγδεζηθικλμνξοπρστυφχψω',
}
const sought = ({ letters }: LanguageChoice) => [keyFinders.vigenere({ letters })]
const decipherer = createDecipherer({ cipher: autoAmongLanguages(languages, sought) })

describe.each(Object.entries(texts))(
  'keys that are sought in several languages, of text in %s',
  (code, plaintext) => {
    const text = plaintext.repeat(2)

    test('are found, and told with the language', () => {
      const events = allEvents(decipherer, [...createVigenere().encrypt(text, { key: 'RHINE' })])
      expect(finalText(events)).toBe(text)
      const found = { cipher: 'vigenere', key: { key: 'RHINE' }, language: code }
      expect(events.findLast(({ type }) => type === 'key')).toMatchObject(found)
      expect(events.at(-1)).toMatchObject({ type: 'done', ...found })
    })

    test('sleep where a listed key explains it', () => {
      const events = allEvents(decipherer, [createCaesar().encrypt(text, { shift: 5 })])
      expect(finalText(events)).toBe(text)
      expect(events.at(-1)).toMatchObject({ cipher: 'caesar', key: { shift: 5 }, language: code })
    })
  },
)

test('text of no language is told as unknown', () => {
  const random = createRandom(5)
  const gibberish = Array.from({ length: 120 }, () => String.fromCharCode(97 + random.integer(26))).join('')
  const events = allEvents(decipherer, [gibberish])
  expect(finalText(events)).toBe(gibberish)
  expect(events.at(-1)).toMatchObject({ cipher: 'unknown' })
})

test('languages in several scripts are weighed by the letters of the text', () => {
  const both = createDecipherer({ cipher: autoAmongLanguages([...languages, greek], sought) })
  const text = texts.de.repeat(2)
  const events = allEvents(both, [createVigenere().encrypt(text, { key: 'RHINE' })])
  expect(finalText(events)).toBe(text)
  expect(events.at(-1)).toMatchObject({ cipher: 'vigenere', language: 'de' })
})

test('of one script alone they stand in front of keys that are sought', () => {
  const listed = amongLanguages([...languages, greek])
  const make = () => createDecipherer({ cipher: createAuto({ listed, beyond: [] }) })
  expect(make).toThrow(InvalidOptionError)
  expect(make).toThrow('listed: expected languages of one script')
})
