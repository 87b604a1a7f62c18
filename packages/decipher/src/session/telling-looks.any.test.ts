import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { rest } from '../testing/all-events.ts'
import type { DecipherSession } from './decipher-session.ts'
import { tellingLooks } from './telling-looks.ts'

const sessionOf = () => createDecipherer({ cipher: 'caesar', key: '0' }).createSession()

/** A session that finds no key. */
const lost = (): DecipherSession => {
  const session = sessionOf()
  return {
    ...session,
    flush: () =>
      session
        .flush()
        .map((event) => (event.type === 'done' ? { ...event, cipher: 'unknown', key: {} } : event)),
  }
}

test('where no key explains a text, done has its looks, however it was cut', () => {
  const looks = { characters: 11, letters: 8, alphabet: 'FLOPX', coincidence: 0.1071, entropy: 2.25 }
  const bytes = new TextEncoder().encode('LXFO POLX é😀')
  const atOnce = rest(tellingLooks(lost()), [bytes])
  expect(atOnce.at(-1)).toMatchObject({ cipher: 'unknown', looks })
  expect(
    rest(
      tellingLooks(lost()),
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
    ).at(-1),
  ).toEqual(atOnce.at(-1))
  expect(rest(tellingLooks(lost()), ['LXFO PO', 'LX é', '\ud83d', '\ude00']).at(-1)).toEqual(atOnce.at(-1))
})

test('where a key does, nothing is added', () => {
  expect(rest(tellingLooks(sessionOf()), ['LXFO POLX'])).toEqual(rest(sessionOf(), ['LXFO POLX']))
})
