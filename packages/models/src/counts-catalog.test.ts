import { alphabets } from '@runnel/core/alphabets'
import { openFile } from '@runnel/rnn-model'
import { expect, test } from 'vitest'
import { countsCatalog, findCounts } from './counts-catalog.ts'
import {
  countsNameOf,
  languageCodes,
  languageLetters,
  languageVariants,
  listedLetters,
  substitutionLanguage,
} from './language-codes.ts'
import { languageList } from './language-list.ts'
import { findLanguage, languages } from './languages.ts'
import { countsRecipes } from './recipes/index.ts'

test('every recipe has counts, named after the model or the language that they read for', async () => {
  const own = Object.keys(languages).filter((code) => languages[code].own)
  const names = [
    ...Object.keys(languages).map((code) => countsNameOf(code)),
    ...own.map((code) => countsNameOf(code, languages[code].own?.letters)),
  ]
  expect(names).toEqual(
    Object.keys(countsRecipes()).filter((name) => countsRecipes()[name].form === undefined),
  )
  for (const [code, language] of Object.entries(languages)) {
    const { name, base64 } = await findLanguage(code).counts()
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
    const { header } = await openFile(bytes, { magic: 'RNLC', versions: [1] })
    const { tokenizer, options } = countsRecipes()[name]
    expect(bytes.length).toBe(language.bytes)
    const stated = JSON.parse(new TextDecoder().decode(header))
    expect(stated).toMatchObject({
      name: `${language.name.toLowerCase()}-counts`,
      tokenizer,
      depth: options.depth,
    })
    // Each is fetched while somebody waits.
    expect(bytes.length).toBeLessThan(128 * 1024)
  }
})

test('of a language in letters of its own there are counts that tell them apart, where the cipher moves these', async () => {
  const own = Object.entries(languages).filter(([, language]) => language.own)
  expect(own.map(([code]) => code)).toEqual(['es', 'sv', 'no'])
  for (const [code, language] of own) {
    expect(findLanguage(code)).toBe(language)
    expect((await findLanguage(code).counts()).name).toBe(countsNameOf(code))
    const letters = language.own?.letters
    const { name, base64 } = await findLanguage(code, letters).counts()
    expect([name, atob(base64).length]).toEqual([countsNameOf(code, letters), language.own?.bytes])
    expect(countsRecipes()[name].tokenizer.alphabet).toBe(`${letters} '0?`)
  }
  expect(findLanguage('de', alphabets.es.letters)).toBe(languages.de)
})

test('the counts of a model are those of its language', async () => {
  for (const model of Object.keys(countsCatalog)) {
    expect((await findCounts(model)).name).toBe(`${model}-counts`)
  }
})

test('a language that does not ship is refused with those that do', () => {
  expect(() => findLanguage('tlh')).toThrow('language: expected one of en, de, ')
  expect(() => findLanguage('toString')).toThrow('received "toString"')
})

test('a model without counts is refused with those that have some', async () => {
  await expect(findCounts('caesar-3')).rejects.toThrow('model: expected one of english, received "caesar-3"')
  await expect(findCounts('toString')).rejects.toThrow('received "toString"')
})

test('counts that a substitution is searched with: of words, and of letters alone, where the list says so', async () => {
  for (const [code, language] of Object.entries(languages)) {
    expect([code, language.substitutionCounts !== undefined]).toEqual([
      code,
      languageList[code].substitution === true,
    ])
    const pair = (await language.substitutionCounts?.()) ?? []
    for (const [at, { name, base64 }] of pair.entries()) {
      const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
      const { header } = await openFile(bytes, { magic: 'RNLC', versions: [1] })
      const { tokenizer, options, form } = countsRecipes()[name]
      expect(JSON.parse(new TextDecoder().decode(header))).toMatchObject({
        name,
        tokenizer,
        depth: options.kept,
      })
      expect([name, form]).toEqual([`${language.name.toLowerCase()}-${form}`, ['words', 'letters'][at]])
      // Both together are to be no more than an edge can hold.
      expect(bytes.length).toBeLessThan(150 * 1024)
    }
  }
})

test('letters of a script that a substitution is searched over: 31 at the most, the rarest left out', () => {
  const lettersOf = (name: string) => countsRecipes()[name].tokenizer.alphabet.trimEnd()
  expect(lettersOf('greek-words')).toBe(languages.el.letters)
  expect(lettersOf('russian-letters')).toBe('абвгдежзийклмнопрстуфхцчшщыьэюя')
  expect(lettersOf('ukrainian-words')).toBe('абвгдеєжзиіїйклмнопрстухцчшщьюя')
  expect(lettersOf('spanish-words')).toHaveLength(26)
})

test('where a language has letters of its own, so have counts of a substitution, beside those over a to z', async () => {
  const loaded: string[] = []
  for (const code of ['es', 'sv', 'no']) {
    const { letters } = languages[code].own ?? {}
    for (const { name } of (await findLanguage(code, letters).substitutionCounts?.()) ?? []) {
      loaded.push(name)
      expect(countsRecipes()[name].tokenizer.alphabet).toBe(`${letters} `)
    }
  }
  expect(loaded).toEqual(
    ['spanish', 'swedish', 'norwegian'].flatMap((name) => [`${name}-own-words`, `${name}-own-letters`]),
  )
  const [words] = (await findLanguage('es').substitutionCounts?.()) ?? []
  expect(words?.name).toBe('spanish-words')
})

test('the larger counts of English look a symbol further back, and both are no more than a page can bring', async () => {
  let all = 0
  for (const { name, base64 } of (await languages.en.largeSubstitutionCounts?.()) ?? []) {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
    const { header } = await openFile(bytes, { magic: 'RNLC', versions: [1] })
    const { options } = countsRecipes()[name]
    expect(JSON.parse(new TextDecoder().decode(header))).toMatchObject({ name, depth: options.kept })
    all += bytes.length
  }
  expect(all).toBeGreaterThan(512 * 1024)
  expect(all).toBeLessThan(1024 * 1024)
})

test('a language is weighed over each alphabet that its ciphers move, unless one is named', () => {
  const both = languageVariants(['es', 'de'])
  expect(both).toMatchObject([
    { code: 'es', share: 0.75 },
    { code: 'es', alphabet: { name: 'es', letters: languages.es.own?.letters }, share: 0.25 },
    { code: 'de', share: 1 },
  ])
  expect(languageVariants(['es'], 'abcdefghijklmnopqrstuvwxyz')).toMatchObject([{ code: 'es', share: 1 }])
  expect(languageVariants(['ru']).map(({ alphabet }) => alphabet?.name)).toEqual([undefined, 'ru-32'])
  expect(listedLetters({ language: 'ru' })).toBeUndefined()
  expect(listedLetters({ alphabet: 'es' })).toBe(languages.es.own?.letters)
})

test('languages by their codes, that of an alphabet, or all of a script', () => {
  expect(languageCodes({})).toEqual(['en'])
  expect(languageCodes({ language: 'de, FR' })).toEqual(['de', 'fr'])
  expect(languageCodes({ alphabet: 'da' })).toEqual(['no'])
  expect(languageCodes({ alphabet: 'uk' })).toEqual(['uk'])
  expect(languageCodes({ alphabet: 'el' })).toEqual(['el'])
  expect(languageCodes({ alphabet: 'ru-32' })).toEqual(['ru'])
  expect(languageCodes({ language: 'auto' })).toEqual(Object.keys(languages))
  expect(languageCodes({ language: 'auto', alphabet: 'uk' })).toEqual(['uk'])
  expect(languageCodes({ language: 'auto', alphabet: 'es' })).toHaveLength(13)
  expect(languageCodes({ language: 'auto', alphabet: 'abcdefghiklmnopqrstuvwxyz' })).toHaveLength(13)
  expect(languageLetters({ language: 'uk' })).toBe(languages.uk.letters)
  expect(languageLetters({ language: 'de' })).toBeUndefined()
  expect(() => languageCodes({ language: 'de', alphabet: 'uk' })).toThrow('letters that German is written in')
  expect(substitutionLanguage(['de'])).toBe('de')
  const latin = 'en, de, fr, es, it, pt, pl, cs, sv, no, hu, ro, sl'
  expect(substitutionLanguage(['ru'])).toBe('ru')
  expect(() => substitutionLanguage(['de', 'fr'])).toThrow(
    `language: expected one of ${latin}, ru, uk, el, with the cipher substitution, received "de,fr"`,
  )
  expect(() => substitutionLanguage(['ru'], 'homophonic')).toThrow(
    `language: expected one of ${latin}, with the cipher homophonic, received "ru"`,
  )
})
