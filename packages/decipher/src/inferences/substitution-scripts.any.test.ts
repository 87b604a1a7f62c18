import { alphabets } from '@runnel/core/alphabets'
import { createSubstitution } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { countsLanguageModel } from '../language/counts-language-model.ts'
import { finalText } from '../pipelines/streams.ts'
import { createSampleCounts } from '../testing/index.ts'
import { createSubstitutionSearch } from './substitution.ts'

const { letters } = alphabets.uk
/** Those that the plaintext is read as: the first 31 that are not the rarest. */
const READ = [...letters].filter((letter) => !'ґф'.includes(letter)).join('')
const TEXT = `човен ішов рікою вранці з хлібом і листами, а чоловік біля млина чекав на нього. він бачив, як вода підіймається
і спадає, і знав, що скаже колесо. ніхто не питав його, якою була зима.`
const counts = await createSampleCounts(TEXT, READ)
const cipher = createSubstitutionSearch({ words: counts, letters: counts, alphabet: letters, width: 1000 })
const decipherer = createDecipherer({ model: countsLanguageModel(counts), counts, cipher })
const substitution = createSubstitution(letters)
const key = substitution.parseKey('ґанок')

test('a text in 33 letters is read by counts of 31 of them, and its key told in their order', () => {
  const session = decipherer.createSession()
  const events = [...session.push(substitution.encrypt(`${TEXT} ${TEXT}`, key)), ...session.flush()]
  const read = finalText(events)
  const wrong = [...read].filter((unit, at) => unit !== `${TEXT} ${TEXT}`[at]).length
  expect(wrong / read.length).toBeLessThan(0.05)
  const told = events.findLast((event) => event.type === 'key')?.key as { alphabet: string }
  expect(told.alphabet).toHaveLength(letters.length)
  expect(told.alphabet[letters.indexOf('о')]).toBe(substitution.encrypt('о', key))
  expect(told.alphabet[letters.indexOf('ґ')]).toBe('.')
})

test('a ciphertext of more letters than are read: those that come last stay as they are, whatever is between', () => {
  const last = letters.slice(-2)
  const session = decipherer.createSession()
  const text = `${letters.toUpperCase()} ${letters}`
  const events = [...session.push(text.slice(0, 40)), ...session.push(text.slice(40)), ...session.flush()]
  const read = finalText(events)
  expect(read).toHaveLength(text.length)
  expect(read.slice(31, 33)).toBe(last.toUpperCase())
  expect(read.slice(-2)).toBe(last)
  expect([...read.slice(0, 31)].every((unit) => READ.toUpperCase().includes(unit))).toBe(true)
})

test('a session that moves in the midst of such a text goes on as it would have', () => {
  const text = substitution.encrypt(TEXT, key)
  const session = decipherer.createSession()
  session.push(text.slice(0, 90))
  const moved = decipherer.createSession(session.snapshot())
  expect([...moved.push(text.slice(90)), ...moved.flush()]).toEqual([
    ...session.push(text.slice(90)),
    ...session.flush(),
  ])
})

test('letters that are known may be any of the ciphertext, and those of the plaintext that are read', () => {
  const knowing = createDecipherer({
    model: countsLanguageModel(counts),
    counts,
    cipher: cipher.knowing({ Ґ: 'а' }),
  })
  const session = knowing.createSession()
  const text = substitution.encrypt(TEXT.slice(0, 40), key)
  const read = finalText([...session.push(text), ...session.settle()])
  expect([...text].map((unit, at) => (unit === 'ґ' ? read[at] : 'а'))).toEqual(Array(40).fill('а'))
  expect(text).toContain('ґ')
  expect(() => cipher.knowing({ о: 'ґ' })).toThrow('known: expected letters such as')
  expect(() => cipher.expecting(['ґанок'])).toThrow('crib: expected up to 16 words')
})

test('letters that do not do are refused: too few, too many, others beside few, and more than a search knows', async () => {
  const own = { words: counts, letters: counts }
  const expected = 'alphabet: expected the letters of the counts, 31 at most, or two more'
  for (const alphabet of ['абвг', letters.slice(1), `${letters}ё`]) {
    expect(() => createSubstitutionSearch({ ...own, alphabet })).toThrow(
      `${expected}, received "${alphabet}"`,
    )
  }
  const latin = await createSampleCounts()
  const spanish = { words: latin, letters: latin, alphabet: alphabets.es.letters }
  expect(() => createSubstitutionSearch(spanish)).toThrow(expected)
  const all = await createSampleCounts(TEXT, letters)
  expect(() => createSubstitutionSearch({ words: all, letters: all })).toThrow(expected)
})
