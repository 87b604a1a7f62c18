import { createCaesar } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { createEncoding, createWordsReversed, encodeText } from '@runnel/core/encodings'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { transpositionFinders } from '../inferences/cipher-named.ts'
import { isByWords } from '../inferences/is-by-words.ts'
import { finalText } from '../pipelines/streams.ts'
import {
  allEvents,
  createBigramModel,
  createSampleCounts,
  createToyIdentifier,
  laws,
  sessionLaws,
  shred,
  skinOf,
} from '../testing/index.ts'
import { MOST_KEPT } from './constants.ts'
import { lookingAgain } from './looking-again.ts'
import { otherCiphers } from './other-ciphers.ts'

const plaintext = 'The river comes down from the hills in spring, and carries the snow of the winter with it.'
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const bare = createDecipherer({ model: net, candidates: 2 })
const rails = createDecipherer({ counts, cipher: transpositionFinders['rail-fence']() })
const looked: string[] = []
const again = (others: readonly Decipherer[] = [rails]) =>
  lookingAgain({
    name: 'rails',
    others(text) {
      looked.push(text)
      return others
    },
  })(bare)
const means = { model: net, counts, identifier: await createToyIdentifier() }
const looking = lookingAgain(otherCiphers(means))(bare)
const railed = findCipher('rail-fence').encrypt(plaintext, { rails: 3, offset: 0 })

test('a text that was not read is read at its end by another cipher, however it is cut', () => {
  for (const chunks of [[railed], shred(railed)]) {
    const events = allEvents(again(), chunks)
    expect(finalText(events)).toBe(plaintext)
    expect(events.at(-1)).toMatchObject({ cipher: 'rail-fence', key: { rails: 3 }, start: plaintext.length })
    const told = events.findLast((event) => event.type === 'candidates')
    expect(told).toMatchObject({
      candidates: [{ cipher: 'rail-fence', text: plaintext.slice(0, 32) }, { cipher: 'unknown' }],
    })
    const probabilities = told?.candidates.map(({ probability }) => probability) ?? []
    expect(probabilities.reduce((sum, probability) => sum + probability)).toBeLessThan(1.000001)
    // Nothing was final before, and what was interim began where the text does.
    expect(events.filter(({ type }) => type === 'final')).toHaveLength(1)
    expect(events.filter((event) => event.type === 'interim' && event.start !== 0)).toEqual([])
  }
})

test('words that are turned each by itself are read as such, and the whole of a text as a whole', () => {
  const byWords = encodeText(createWordsReversed(), plaintext)
  const events = allEvents(looking, [byWords])
  expect(finalText(events)).toBe(plaintext)
  expect(events.at(-1)).toMatchObject({ cipher: 'plain', encoding: 'words-reversed' })
  expect(isByWords(Array.from(plaintext).reverse().join(''), counts)).toBe(false)
  // Where its capital stands tells, of words in any order.
  expect(isByWords('.sllih eht morf semoc reviR', counts)).toBe(false)
  expect(isByWords('reviR semoc morf eht sllih.', counts)).toBe(true)
})

test.each(['base58', 'base32hex'])('one long word of %s is decoded', (name) => {
  const events = allEvents(looking, shred(encodeText(createEncoding(name), plaintext)))
  expect(finalText(events)).toBe(plaintext)
  expect(events.at(-1)).toMatchObject({ cipher: 'plain', encoding: name })
})

/** A decipherer that is sure of a reading, whatever comes, or of its cipher. */
const sureOf = (text: string, ...probabilities: number[]): Decipherer => {
  const session = bare.createSession()
  const done = {
    type: 'done',
    start: text.length,
    cipher: 'reversal',
    key: {},
    probability: probabilities[0] ?? 1,
    letters: 5,
  } as const
  const candidates = probabilities.map(
    (probability) => ({ cipher: 'reversal', key: {}, probability, text }) as const,
  )
  return {
    ...bare,
    createSession: () => ({
      ...session,
      push: () => [],
      flush: () => [{ type: 'candidates', start: 0, candidates }, { type: 'final', start: 0, text }, done],
    }),
  }
}

test('where one leaves no doubt, no other is tried', () => {
  let tried = 0
  const other: Decipherer = {
    createSession() {
      tried++
      return sureOf(railed).createSession()
    },
  }
  expect(finalText(allEvents(again([rails, other]), [railed]))).toBe(plaintext)
  expect(tried).toBe(0)
})

test('of several keys of a cipher that is sure the likeliest is told', () => {
  const plain = plaintext.toLowerCase()
  const told = (...probabilities: number[]) => allEvents(again([sureOf(plain, ...probabilities)]), [railed])
  expect(told(0.7, 0.27).at(-1)).toMatchObject({ cipher: 'reversal', probability: 0.7 })
  expect(finalText(told(0.7, 0.27))).toBe(plain)
  expect(finalText(told(0.7, 0.1))).not.toBe(plain)
  expect(finalText(told(0.48, 0.47))).not.toBe(plain)
})

test('letters that have changed places leave no capitals within words', () => {
  expect(finalText(allEvents(again([sureOf('Zqxjv')]), ['vjxqZ']))).toBe('Zqxjv')
  expect(finalText(allEvents(again([sureOf('vjxqZ')]), ['Zqxjv']))).not.toBe('vjxqZ')
})

test('the beginning of a flag tells the key of XOR', async () => {
  const bytes = Array.from('picoCTF{n0t_s0_s3cr3t}', (sign) => sign.charCodeAt(0) ^ 0x42)
  const written = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const events = allEvents(looking, [written])
  expect(finalText(events)).toBe('picoCTF{n0t_s0_s3cr3t}')
  expect(events.at(-1)).toMatchObject({ cipher: 'xor', encoding: 'hex' })
})

test('keys that repeat are sought in text in groups', () => {
  const triedOn = (text: string): number => [...otherCiphers(means).others(text)].length
  expect(triedOn('XKQVE IICWL JEQYI GJIOP NRKNR')).toBe(triedOn('XKQVEIICWLJEQYIGJIOPNRKNR') + 2)
})

test('digits are not read as letters that have changed places', () => {
  const text = '555 0142, 555 0199, 555 0173, 555 0120, 555 0111'
  expect([...otherCiphers(means).others(text)]).toEqual([])
})

test('a text that is read is not looked at again, nor one that is too long', () => {
  looked.length = 0
  const caesar = createCaesar().encrypt(plaintext, { shift: 3 })
  expect(allEvents(again(), [caesar])).toEqual(allEvents(bare, [caesar]))
  const long = railed.repeat(20).slice(0, MOST_KEPT + 1)
  expect(finalText(allEvents(again(), shred(long)))).toBe(finalText(allEvents(bare, [long])))
  expect(looked).toEqual([])
})

test('where no other is sure, all ends as it would have', () => {
  const text = 'qzxvwj kqzvx jwqzk vxjqz wkvqx zjwvk'
  expect(finalText(allEvents(again(), [text]))).toBe(finalText(allEvents(bare, [text])))
  expect(allEvents(again([]), [text]).at(-1)).toEqual(allEvents(bare, [text]).at(-1))
})

test('a pause makes all final', () => {
  const session = again().createSession()
  const events = [...session.push(railed), ...session.settle(), ...session.flush()]
  expect(finalText(events)).toBe(finalText(allEvents(bare, [railed])))
})

test('a snapshot under other means is refused, and one that is cut short', () => {
  const session = again().createSession()
  session.push(railed.slice(0, 40))
  const snapshot = session.snapshot()
  const moved = again().createSession(snapshot)
  expect(finalText([...moved.push(railed.slice(40)), ...moved.flush()])).toBe(plaintext)
  expect(() => lookingAgain({ name: 'none', others: () => [] })(bare).createSession(snapshot)).toThrow(
    expect.objectContaining({ code: 'snapshot_mismatch' }),
  )
  expect(() => again().createSession(snapshot.slice(0, -1))).toThrow(
    expect.objectContaining({ code: 'snapshot_format' }),
  )
})

describe('laws', () => {
  const known = lookingAgain({ name: 'none', others: () => [] })(
    createDecipherer({ cipher: 'caesar', key: '3' }),
  )
  const searched = lookingAgain({ name: 'none', others: () => [] })(
    createDecipherer({ model: net, cipher: 'caesar' }),
  )
  const skins: [string, Decipherer][] = [
    ['a key that is known', known],
    ['a search', searched],
  ]
  describe.each(skins)('%s', (_, decipherer) => {
    const skin = skinOf(decipherer)
    const own = sessionLaws(4).filter(({ name }) => !name.startsWith('trace'))
    test.each(laws(4))('$name', ({ check }) => check(skin))
    test.each(own)('$name', ({ check }) =>
      check({ decipherer, decrypt: skin.decrypt, snapshotBytes: 40_000 }),
    )
  })
})
