import { createCaesar } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { encodingOf } from './encoding-of.ts'

const open = () => createDecipherer({ cipher: 'caesar', key: '13', encoding: encodingOf('auto') })
const read = (...chunks: string[]) => {
  const session = open().createSession()
  return [...chunks.flatMap((chunk) => session.push(chunk)), ...session.flush()]
}

const code = btoa('Uryyb jbeyq naq nyy')
test.each([
  [`Qrpbqr guvf: ${code}`, 'Decode this: Hello world and all'],
  [`Qrpbqr guvf: ${code} naq gryy`, 'Decode this: Hello world and all and tell'],
  [`Na napvrag zrffntr\n\n  ${code}\nraqf`, 'An ancient message\n\n  Hello world and all\nends'],
  [`Gur pbqr vf "${code}".`, 'The code is "Hello world and all".'],
  [`Gur pbqr vf '${code}'.`, "The code is 'Hello world and all'."],
  [`[pbqr]${code}[/pbqr]`, '[code]Hello world and all[/code]'],
  [`${code}\n${code}\n\nGunaxf sbe vg`, 'Hello world and all\nHello world and all\nThanks for it'],
  [`🔍 ${code} 🔒`, '🔍 Hello world and all 🔒'],
  [`${code} vf vg`, 'Hello world and all is it'],
  [`Nhgubevmngvba: Basic ${code}`, 'Authorization: Onfvp Hello world and all'],
  [`The flag is ${code}`, 'Gur synt vf Hello world and all'],
  [`echo ${code} | base64 -d`, 'rpub Hello world and all | onfr64 -q'],
  ['sebzPunePbqr(85, 114, 121, 121, 98, 44, 32, 106, 98, 101, 121, 113)', 'fromCharCode(Hello, world)'],
  ['{85, 114, 121, 121, 98, 44, 32, 106, 98, 101, 121, 113}', 'Hello, world'],
  [
    `${btoa('{"nyt":"UF256","glc":"WJG"}')}.${btoa('{"fho":"1234567890","anzr":"Wbua Qbr"}')}.SflKxwRJSMeKKF2QT4fwpMeJf36P`,
    '{"alg":"HS256","typ":"JWT"}.{"sub":"1234567890","name":"John Doe"}.FsyXkjEWFZrXXS2DG4sjcZrWs36C',
  ],
  ['Yr pns=C3=A9 rfg srez=C3=A9, n = o, n=4', 'Le café est fermé, a = b, a=4'],
  ['Uryyb (.rovad fuA tsi reD)', 'Hello (.ebinq shN gfv erQ)'],
  ['n == o, p=P3', 'a == b, c=C3'],
  [`a=${code}`, `n=${createCaesar().decrypt(code, { shift: 13 })}`],
  // A sentence goes on to its end, spaces and all.
  [
    '.rzbu rzbp fnu naaN rebsro evnup n frveenp lqboba qan ,lnqbg qenl rug bg ryong rug ribz rJ',
    'We move the table to the yard today, and nobody carries a chair before Anna has come home.',
  ],
  ['}lnq_lyriby_n_gnuj{JNFP', 'CSAW{what_a_lovely_day}'],
  ['Ahzoref: 21 18 25 25 2 10 15 18 25 17', 'Numbers: HELLOWBELD'],
])('%j: an encoding within a text', (text, decoded) => {
  expect(finalText(read(text))).toBe(decoded)
  expect(finalText(read(...text.split('')))).toBe(decoded)
})

test('what waits within a text is not told', () => {
  const session = open().createSession()
  session.push('Na napvrag zrffntr: ')
  expect(session.push('VXJ5')).toEqual([])
  expect(finalText(session.push('eWIgamJleXEgbmFxIG5hYmd1cmUgeW5ldHJlIGpiZXlxIG5yZ3JlIGd1bmc='))).toBe(
    'Hello world and another larger world aeter that',
  )
})

test('512 characters before an encoding at the most', () => {
  const before = 'Uryyb jbeyq. '.repeat(40)
  expect(finalText(read(`${before}\n${code}`))).toMatch(/\nIKW5/)
  expect(finalText(read(`${before.slice(0, 400)}\n${code}`))).toMatch(/\nHello world and all$/)
})

test('moved at every character, it goes on as if never interrupted', () => {
  const text = `Qrpbqr guvf: ${code}\n${code}\nGunaxf sbe vg`
  let session = open().createSession()
  const events = text.split('').flatMap((unit) => {
    const told = session.push(unit)
    session = open().createSession(session.snapshot())
    return told
  })
  expect(finalText([...events, ...session.flush()])).toBe(
    'Decode this: Hello world and all\nHello world and all\nThanks for it',
  )
})

test('after two searches in vain none is made, and names of programs stand', () => {
  const hashes = '8f14e45fceea167a5a36dedd4bea2543\n'.repeat(3)
  expect(read(`${hashes}${code}`).at(-1)).not.toHaveProperty('encoding')
  expect(read('notDeepStrictEqual,\n  notDeepStrictEqual, AssertionErrorOptions').at(-1)).not.toHaveProperty(
    'encoding',
  )
})
