import { alphabets } from '@runnel/core/alphabets'
import { findCipher } from '@runnel/core/ciphers'
import { createBase64, createHex, encodeText } from '@runnel/core/encodings'
import { englishLetters } from '@runnel/models/english-letters'
import { englishWords } from '@runnel/models/english-words'
import { findLanguage } from '@runnel/models/languages'
import { bytesOf } from '@runnel/rnn-model'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReadingOptions } from '../options.ts'
import { framesOf, type OpenReader, openReader, type Told } from '../testing/open-reader.ts'
import { SLICE } from './constants.ts'

const plaintext =
  'The morning was cold, and the boat had not come. Nobody on the quay would say when it was expected, and the ' +
  'harbour master had gone home.'

const enciphered = (cipher: string, key: string): string => {
  const made = findCipher(cipher)
  return made.encrypt(plaintext, made.parseKey(key))
}

let reader: OpenReader
beforeAll(async () => {
  reader = await openReader()
})

/** Has a text read to its end. @returns what was told of it */
const read = async (text: string, options: ReadingOptions): Promise<Told[]> => {
  const { told, receive, run } = reader
  const begin = told.length
  const started = receive({ type: 'start', reading: 1, options })
  await receive({ type: 'append', text })
  await receive({ type: 'flush' })
  await started
  run()
  return told.slice(begin)
}
const settled = (told: readonly Told[]): string =>
  framesOf(told)
    .map((frame) => frame.settled)
    .join('')

describe('keys that cannot be listed', () => {
  test('a key that repeats is searched by the name of its cipher, and its ranked keys are told', async () => {
    const told = await read(enciphered('vigenere', 'LEMON'), { cipher: 'vigenere' })
    expect(settled(told)).toBe(plaintext)
    const last = framesOf(told).at(-1)
    expect(last?.ending).toMatchObject({ cipher: 'vigenere', key: { key: 'LEMON' } })
    expect(last?.candidates?.[0]).toMatchObject({ key: { key: 'LEMON' }, text: plaintext.slice(0, 32) })
    expect(told.find(({ type }) => type === 'started')).toMatchObject({ keys: 0, left: 0, takesLocks: false })
    expect(framesOf(told).flatMap(({ columns }) => columns).length).toBeGreaterThan(100)
  })

  test.each([
    ['vigenere', 'LEMON'],
    ['beaufort', 'CAT'],
  ])('a key that repeats is found though its cipher, %s, is not named', async (cipher, key) => {
    const told = await read(enciphered(cipher, key), { cipher: 'auto' })
    expect(settled(told)).toBe(plaintext)
    const last = framesOf(told).at(-1)
    expect(last?.ending).toMatchObject({ cipher, key: { key } })
    expect(last?.candidates?.[0]).toMatchObject({ cipher, key: { key }, text: plaintext.slice(0, 32) })
    expect(told.find(({ type }) => type === 'started')).toMatchObject({ keys: 313, left: 313 })
  })

  test('a letter at which keys are sought is read in steps, between which others are heard', async () => {
    let time = 0
    const slow = await openReader(() => {
      time += SLICE
      return time
    })
    await slow.receive({ type: 'start', reading: 1, options: { cipher: 'vigenere' } })
    await slow.receive({ type: 'append', text: enciphered('vigenere', 'LEMON').slice(0, 30) })
    await slow.receive({ type: 'flush' })
    let slices = 0
    while (framesOf(slow.told).at(-1)?.ending === undefined) {
      slow.slice()
      slices++
    }
    const frames = framesOf(slow.told)
    expect(frames.map((frame) => frame.settled).join('')).toBe(plaintext.slice(0, 30))
    // A frame tells of letters that have been read.
    expect(frames.length).toBeLessThan(35)
    expect(slices).toBeGreaterThan(frames.length + 20)
  })

  test('a substitution waits for its counts, is found, named or not, and takes letters that are set by hand', async () => {
    const alphabet = 'qwertyuiopasdfghjklzxcvbnm'
    const text = enciphered('substitution', alphabet)
    expect(await read(text, { cipher: 'substitution' })).toEqual([])
    const begin = reader.told.length
    const files = [englishWords, englishLetters].map(
      async (file) => (await bytesOf(file)).slice().buffer as ArrayBuffer,
    )
    await reader.receive({ type: 'supply', cipher: 'substitution', files: await Promise.all(files) })
    reader.run()
    const told = reader.told.slice(begin)
    expect(settled(told)).toBe(plaintext)
    const again = async (locks: ReadingOptions['locks'] = [], cipher = 'substitution'): Promise<Told[]> => {
      const from = reader.told.length
      await reader.receive({ type: 'again', reading: 2, options: { cipher, locks } })
      reader.run()
      return reader.told.slice(from)
    }
    const wrong = await again([{ cipher: 'z', plain: 'b' }])
    // No key that reads it so explains the text, which may be told as it stands.
    expect(['B', 'Z']).toContain(settled(wrong)[0])
    // Without its name too, and with letters that no listed key reads so.
    expect(told).toContainEqual({ type: 'widened' })
    expect(framesOf(await again([], 'auto')).at(-1)?.ending?.cipher).toBe('substitution')
    const locked = await again([{ cipher: 'z', plain: 't' }], 'auto')
    expect(locked[0]).toMatchObject({ keys: 313, left: 12 })
    expect(settled(locked)).toBe(plaintext)
    const lockedTwice = [
      { cipher: 'z', plain: 't' },
      { cipher: 'i', plain: 'h' },
    ]
    expect(settled(await again(lockedTwice, 'auto'))).toBe(plaintext)
    const torn = await again([
      { cipher: 'z', plain: 't' },
      { cipher: 'q', plain: 't' },
    ])
    expect(torn).toMatchObject([{ type: 'started', contradiction: { cipher: 'q', plain: 't' } }])
  })
})

test('text in another language waits for its counts, and is read by them', async () => {
  const german = 'Der Anfang ist gemacht, und das Wasser stieg wieder in der Nacht.'
  const made = findCipher('caesar')
  const text = made.encrypt(german, made.parseKey('9'))
  expect(await read(text, { cipher: 'auto', language: 'de' })).toEqual([])
  const begin = reader.told.length
  const file = (await bytesOf(await findLanguage('de').counts())).slice().buffer as ArrayBuffer
  await reader.receive({ type: 'supply-language', language: 'de', files: [file] })
  reader.run()
  const told = reader.told.slice(begin)
  expect(settled(told)).toBe(german)
  expect(framesOf(told).at(-1)?.ending).toMatchObject({ cipher: 'caesar', key: { shift: 9 } })
  expect(framesOf(told).flatMap(({ columns }) => columns).length).toBeGreaterThan(40)
  const repeated = findCipher('vigenere').encrypt(`${german} ${german}`, { key: 'RHEIN' })
  const found = await read(repeated, { cipher: 'auto', language: 'de' })
  expect(settled(found)).toBe(`${german} ${german}`)
  expect(framesOf(found).at(-1)?.ending).toMatchObject({ cipher: 'vigenere', key: { key: 'RHEIN' } })
})

test('a substitution is searched in a language whose counts for it have come, named or not', async () => {
  const german =
    'Der Anfang ist gemacht, und das Wasser stieg wieder in der Nacht, so dass niemand mehr wusste, wo das Boot geblieben war.'
  const { counts, substitutionCounts } = findLanguage('de')
  const embedded = [await counts(), ...((await substitutionCounts?.()) ?? [])]
  const files = await Promise.all(
    embedded.map(async (one) => (await bytesOf(one)).slice().buffer as ArrayBuffer),
  )
  await reader.receive({ type: 'supply-language', language: 'de', files })
  const made = findCipher('substitution')
  const text = made.encrypt(german, made.parseKey('zebras'))
  for (const cipher of ['substitution', 'auto']) {
    const told = await read(text, { cipher, language: 'de' })
    expect(settled(told)).toBe(german)
    expect(framesOf(told).at(-1)?.ending).toMatchObject({ cipher: 'substitution' })
  }
  const locked = await read(text, {
    cipher: 'substitution',
    language: 'de',
    locks: [{ cipher: 'z', plain: 'a' }],
  })
  expect(settled(locked)).toBe(german)
})

test('keys are found over the letters of a language', async () => {
  const ukrainian =
    'Ранок був холодний, і човен усе не приходив. Ніхто на березі не міг сказати, коли його чекати.'
  const { letters } = alphabets.uk
  const file = (await bytesOf(await findLanguage('uk').counts())).slice().buffer as ArrayBuffer
  await reader.receive({ type: 'supply-language', language: 'uk', files: [file] })
  const made = findCipher('caesar', letters)
  const text = made.encrypt(ukrainian, made.parseKey('9'))
  const told = await read(text, { cipher: 'auto', language: 'uk', letters })
  expect(settled(told)).toBe(ukrainian)
  const last = framesOf(told).at(-1)
  expect(last?.ending).toMatchObject({ cipher: 'caesar', key: { shift: 9 } })
  expect(last?.candidates?.[0].text).toBe(ukrainian.slice(0, 32))
  expect(last?.letters).toBe(ukrainian.match(/\p{L}/gu)?.length)
})

test('a text that nothing explains is looked at once more, and the look can be stopped', async () => {
  const letters = plaintext.toLowerCase().replace(/[^a-z]/g, '')
  const columnar = findCipher('columnar')
  await read(columnar.encrypt(letters, columnar.parseKey('ZEBRAS')), { cipher: 'auto' })
  const begin = reader.told.length
  await reader.receive({ type: 'look' })
  const looks = reader.told.slice(begin).filter((message) => message.type === 'look')
  expect(looks[0]).toMatchObject({ tried: 0 })
  expect(looks.at(-1)).toMatchObject({ ended: 'found', found: { cipher: 'columnar', key: '6-3-2-4-1-5' } })
  const looking = reader.receive({ type: 'look' })
  await reader.receive({ type: 'stop' })
  await looking
  expect(reader.told.at(-1)).toMatchObject({ type: 'look', ended: 'stopped' })
})

describe('encodings around the cipher', () => {
  test('those that are found are taken off; places count what came out of them', async () => {
    const inner = enciphered('caesar', '7')
    const told = await read(encodeText(createBase64(), encodeText(createHex(), inner)), {
      cipher: 'auto',
      encoding: 'auto',
    })
    expect(settled(told)).toBe(plaintext)
    const frames = framesOf(told)
    expect(frames.map(({ decoded = '' }) => decoded).join('')).toBe(inner)
    expect(frames.at(-1)).toMatchObject({ encoding: 'base64 > hex', read: inner.length })
  })

  test('text in none is read as it stands, and one that is not in the encoding that was named is a fault', async () => {
    const plain = await read(enciphered('caesar', '7'), { cipher: 'auto', encoding: 'auto' })
    expect(settled(plain)).toBe(plaintext)
    expect(framesOf(plain).every(({ encoding }) => encoding === undefined)).toBe(true)
    const told = await read('4865 this is no hex', { cipher: 'auto', encoding: 'hex' })
    expect(told.find(({ type }) => type === 'fault')).toMatchObject({ code: 'reading-failed' })
  })
})
