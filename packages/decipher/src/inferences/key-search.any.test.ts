import { type CipherName, ciphers, createCaesar, createCipher, createRandom } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { STRANGE, UNKNOWN_ODDS } from '../belief/open-world/constants.ts'
import { createDecipherer } from '../decipherer.ts'
import { keyFamilies } from '../keys/key-families.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import { allEvents, countSteps, createBigramModel } from '../testing/index.ts'

const model = createBigramModel()
const plaintext = 'The morning was cold, and the boat had not come. She waited by the water.'
/** The ciphers that `auto` weighs, each with a key of its own. */
const weighed = (Object.keys(ciphers) as CipherName[]).filter((name) => keyFamilies[name].share > 0)
const last = (events: readonly DecipherEvent[]) => events.at(-1) as Extract<DecipherEvent, { type: 'done' }>

describe.each(weighed)('%s', (cipher) => {
  const key = createCipher(cipher).generateKey(createRandom(7)) as object
  const ciphertext = createCipher(cipher).encrypt(plaintext, key)

  test.each([cipher, 'auto'] as const)('is deciphered without the key, cipher %s', (option) => {
    const events = allEvents(createDecipherer({ model, cipher: option }), [ciphertext])
    expect(finalText(events)).toBe(plaintext)
    expect(last(events)).toMatchObject({ cipher, key, letters: expect.any(Number) })
    expect(last(events).probability).toBeGreaterThan(0.999)
  })
})

test('text that is no ciphertext is found to be none', () => {
  const events = allEvents(createDecipherer({ model }), [plaintext])
  expect(finalText(events)).toBe(plaintext)
  expect(last(events)).toMatchObject({ cipher: 'plain', key: {} })
})

describe('events, letter by letter', () => {
  const told = (options: object, text: string) => {
    const session = createDecipherer({ model, cipher: 'caesar', ...options }).createSession()
    return [...text].map((unit) => session.push(unit))
  }
  const ciphertext = createCaesar().encrypt('The morning', { shift: 7 })

  test('interim text with the confidence of each letter, until it is enough', () => {
    const events = told({}, ciphertext)
    expect(events[1]).toMatchObject([{ type: 'interim', start: 0, text: 'Th' }])
    expect(events[2]).toMatchObject([{ type: 'interim', start: 0, text: 'The' }])
    expect(events[3]).toMatchObject([{ type: 'interim', start: 0, text: 'The ' }])
    const first = events.flat().find((event) => event.type === 'final')
    expect(first).toMatchObject({ start: 0, text: 'The mornin' })
    const [two, three] = [events[1][0], events[2][0]].map(
      (event) => ('confidence' in event && event.confidence) || [],
    )
    expect(two.length).toBe(2)
    expect(Math.min(...three)).toBeGreaterThan(Math.max(...two))
    expect(Math.max(...three)).toBeLessThan(0.999)
  })

  test('the key is told when it changes and when it passes the threshold', () => {
    const keyEvents = told({}, ciphertext)
      .flat()
      .filter((event) => event.type === 'key')
    expect(keyEvents.map(({ start }) => start)).toEqual([0, 6])
    expect(keyEvents[0].probability).toBeLessThan(0.999)
    expect(keyEvents[1].probability).toBeGreaterThanOrEqual(0.999)
  })

  test('a lower threshold makes text final sooner', () => {
    expect(
      finalText(
        told({ commit: { probability: 0.9 } }, ciphertext)
          .slice(0, 3)
          .flat(),
      ),
    ).toBe('The')
  })

  test('in its opening a stream has to be surer of a letter than later', () => {
    const long = createCaesar().encrypt('The river comes down and it was high. ', { shift: 7 }).repeat(3)
    const held = told({ keyChange: { rate: 0 } }, long).flatMap((events, at) => {
      const waiting = events.find((event) => event.type === 'interim')
      return Math.max(...(waiting?.confidence ?? [0])) >= 0.999 ? [at] : []
    })
    expect(held.length).toBeGreaterThan(0)
    expect(Math.max(...held)).toBeLessThan(24)
  })

  test('after maxDelay letters a letter is final in any case', () => {
    const events = told({ commit: { probability: 1, maxDelay: 2 } }, ciphertext)
    expect(events.map(finalText)).toEqual(['', '', 'T', '', 'h', 'e ', 'm', 'o', 'r', 'n', 'i'])
  })

  test('text without letters does not wait for ever', () => {
    const session = createDecipherer({ model, cipher: 'caesar', commit: { maxDelay: 2 } }).createSession()
    expect(finalText(session.push('q'))).toBe('')
    expect(finalText(session.push('!'.repeat(100))).length).toBeGreaterThan(70)
  })

  test('what is no letter is final at once where nothing waits', () => {
    const session = createDecipherer({ model, cipher: 'caesar' }).createSession()
    expect(session.push('42, ')).toMatchObject([{ type: 'key' }, { type: 'final', start: 0, text: '42, ' }])
  })

  test('flush settles the rest by the best belief', () => {
    const session = createDecipherer({ model, cipher: 'caesar' }).createSession()
    session.push(createCaesar().encrypt('Th', { shift: 7 }))
    expect(session.flush()).toMatchObject([
      { type: 'final', start: 0, text: 'Th' },
      { type: 'done', letters: 2 },
    ])
  })

  test('a stream without a letter: the likeliest key, as likely as before, should any be right', () => {
    expect(last(allEvents(createDecipherer({ model, cipher: 'caesar' }), []))).toMatchObject({
      cipher: 'caesar',
      key: { shift: 0 },
      probability: expect.closeTo(1 / 26 / (1 + STRANGE * UNKNOWN_ODDS), 12),
      letters: 0,
    })
  })
})

test('no net step is made for the first two symbols of a stream', () => {
  const { model: counted, steps } = countSteps(model)
  const decipherer = createDecipherer({ model: counted })
  const before = steps()
  const session = decipherer.createSession()
  session.push('Th')
  expect(steps()).toBe(before)
  session.push('e')
  expect(steps()).toBeGreaterThan(before + 100)
})

test('the best key is never dropped, not even where every key is less probable than what is', () => {
  // Of 312 keys each has a prior of 0.0032.
  const session = createDecipherer({ model, cipher: 'affine', search: { drop: 0.01 } }).createSession()
  expect(session.push(' ')).toMatchObject([
    { type: 'key', cipher: 'affine' },
    { type: 'final', text: ' ' },
  ])
  const ciphertext = createCipher('affine').encrypt(plaintext, { a: 5, b: 8 })
  expect(session.push(ciphertext).concat(session.flush()).at(-1)).toMatchObject({ type: 'done', letters: 56 })
})
