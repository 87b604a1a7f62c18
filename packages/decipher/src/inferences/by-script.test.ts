import { type Chunk, createAlphabet, createCaesar, LATIN } from '@runnel/core'
import { findLetters } from '@runnel/core/alphabets'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createSampleCounts, laws, sessionLaws } from '../testing/index.ts'
import { amongLanguages } from './among-languages.ts'

const letters = findLetters('uk')
const UKRAINIAN = `у річці стояла вода і човен ішов униз до млина, а на березі чекали люди з хлібом і листами. він бачив як
вода прибула і спала, і знав, що скаже колесо.`
const RUSSIAN = 'мы знали, что это было вечером у реки, и вода спала под мостом.'
const russianLetters = findLetters('ru')
const [english, russian, ukrainian] = await Promise.all([
  createSampleCounts(),
  createSampleCounts(RUSSIAN, russianLetters),
  createSampleCounts(UKRAINIAN, letters),
])
const languages = [
  { code: 'en', counts: english },
  { code: 'ru', counts: russian, letters: russianLetters },
  { code: 'uk', counts: ukrainian, letters },
]
const decipherer = createDecipherer({
  cipher: amongLanguages(languages, 'caesar'),
  candidates: 2,
  commit: { maxDelay: 24 },
})
const caesar = createCaesar(letters)
const plaintext = '— 12. Він знав, що вода спала, і чекав на березі човен.'

test('the first letter tells the script, and signs before it wait', () => {
  const session = decipherer.createSession()
  expect(session.push('— 12. ')).toContainEqual({ type: 'interim', start: 0, text: '— 12. ' })
  session.free()
  const events = allEvents(decipherer, [...caesar.encrypt(plaintext, { shift: 9 })])
  expect(finalText(events)).toBe(plaintext)
  expect(events.at(-1)).toMatchObject({ type: 'done', cipher: 'caesar', key: { shift: 9 }, language: 'uk' })
})

test('text in Latin script is read as if there were no other', () => {
  const alone = createDecipherer({
    cipher: amongLanguages([languages[0]], 'caesar'),
    candidates: 2,
    commit: { maxDelay: 24 },
  })
  const text = 'wkh ulyhu zdv zkdw kh nqhz'
  expect(allEvents(decipherer, [text])).toEqual(allEvents(alone, [text]))
})

test('text without a letter goes to the first script after 512 units, however it is cut', () => {
  const text = `${'1 '.repeat(300)}${plaintext}`
  const whole = allEvents(decipherer, [text])
  expect(finalText(whole)).toBe(text)
  expect(whole.at(-1)).not.toHaveProperty('language', 'uk')
  expect(allEvents(decipherer, [text.slice(0, 511), text.slice(511)]).at(-1)).toEqual(whole.at(-1))
})

describe('scripts that share letters', () => {
  const doneOf = (text: string, size = text.length) => {
    const chunks = text.match(new RegExp(`.{1,${size}}`, 'gsu')) ?? []
    return allEvents(decipherer, chunks).at(-1)
  }

  test('wait for a letter that one alone has', () => {
    const session = decipherer.createSession()
    expect(session.push('вода ')).toContainEqual({ type: 'interim', start: 0, text: 'вода ' })
    session.free()
    expect(doneOf('вода спала під мостом')).toMatchObject({ language: 'uk' })
    expect(doneOf('мы знали, что вода спала', 3)).toMatchObject({ language: 'ru' })
  })

  test('are read by the first where none tells, at the end or after 64 units', () => {
    expect(doneOf('вода')).not.toHaveProperty('language', 'uk')
    const text = `${'вода '.repeat(13)}під мостом`
    expect(doneOf(text)).not.toHaveProperty('language', 'uk')
    expect(doneOf(text, 7)).toEqual(doneOf(text))
    expect(doneOf(`${'1'.repeat(448)}${'вода '.repeat(12)}під`)).toMatchObject({ language: 'uk' })
  })
})

describe('sessions', () => {
  const events = async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks)
  const text = async (chunks: readonly Chunk[]) => finalText(await events(chunks))
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  const alphabet = createAlphabet(LATIN + letters + russianLetters.replace(/[^ёъыэ]/g, ''))
  test.each(laws(2))('$name', ({ check }) => check({ events, text, decrypt, alphabet }))
  test.each(sessionLaws(1))('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: 400_000 }))
})
