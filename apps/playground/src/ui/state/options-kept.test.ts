import { alphabets } from '@runnel/core/alphabets'
import { expect, test } from 'vitest'
import type { ReadingOptions } from '../../engine/index.ts'
import { optionsKept } from './options-kept.ts'

const greek: ReadingOptions = { cipher: 'auto', language: 'el', letters: alphabets.el.letters }

test('choices hold for the next text; what was set by hand does not', () => {
  const set = { locks: [{ cipher: 'a', plain: 'h' }], word: 'boat' }
  expect(optionsKept({ cipher: 'vigenere', encoding: '', ...set }, 'Aol')).toEqual({
    cipher: 'vigenere',
    encoding: '',
  })
  const stretches = [{ start: 0, cipher: 'caesar', key: '7' }]
  expect(optionsKept({ cipher: 'caesar', stretches }, 'Aol')).toEqual({ cipher: 'auto' })
})

test('a language of other letters holds for texts that have some of them', () => {
  expect(optionsKept(greek, 'φχξσ ταφσήψκξ')).toEqual(greek)
  expect(optionsKept(greek, '')).toEqual(greek)
  expect(optionsKept(greek, 'Aol tvyupun dhz jvsk')).toEqual({ cipher: 'auto' })
  const german: ReadingOptions = { cipher: 'auto', language: 'de' }
  expect(optionsKept(german, 'Aol tvyupun dhz jvsk')).toEqual(german)
})

test('a text whose first letter is Cyrillic or Greek is read in a language of its script', () => {
  const of = (language: 'ru' | 'uk' | 'el') => ({
    cipher: 'auto',
    language,
    letters: alphabets[language].letters,
  })
  expect(optionsKept({ cipher: 'auto' }, '1. «Тулезх, пгн жзог?»')).toEqual(of('ru'))
  expect(optionsKept({ cipher: 'auto' }, 'Єіяухдсл чмрвпл')).toEqual(of('uk'))
  expect(optionsKept({ cipher: 'auto' }, 'Σεχίς ωυ φχεί')).toEqual(of('el'))
  expect(optionsKept(greek, 'Тулезх')).toEqual(of('ru'))
  expect(optionsKept({ cipher: 'auto' }, 'The word привет')).toEqual({ cipher: 'auto' })
  expect(optionsKept({ cipher: 'auto' }, '12')).toEqual({ cipher: 'auto' })
})
