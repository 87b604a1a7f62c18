import { createCaesar } from '@runnel/core'
import { findLetters } from '@runnel/core/alphabets'
import { createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { openBody, send, testService, timelyService } from '../testing/requests.ts'

const GERMAN = 'Das ist der Anfang in der Nacht heute rot, und das ist auch wieder ein Satz.'
const FRENCH = 'Il regardait la mer et ne savait plus que dire de cette longue nuit.'
const UKRAINIAN = '12. Вечорами тільки й можна робити, що грати в карти.'

test('text in a language that is named, or in any, with the counts of the assets', async () => {
  const german = createCaesar().encrypt(GERMAN, { shift: 4 })
  const headed = await timelyService().send('/v1/decipher?language=de&cipher=caesar', {
    method: 'POST',
    body: german,
    headers: { 'content-length': String(german.length) },
  })
  expect([await headed.text(), headed.headers.get('runnel-language')]).toEqual([GERMAN, 'de'])
  const ukrainian = createCaesar(findLetters('uk')).encrypt(UKRAINIAN, { shift: 9 })
  const response = await send('/v1/decipher?language=de,uk', ukrainian, { accept: 'application/x-ndjson' })
  const events = (await response.text()).trim().split('\n')
  expect(JSON.parse(events[events.length - 1])).toMatchObject({
    cipher: 'caesar',
    key: { shift: 9 },
    language: 'uk',
  })
})

test('Cyrillic and Greek text is read where no language is named, however it comes', async () => {
  const encipher = (code: string, text: string): string =>
    createCaesar(findLetters(code)).encrypt(text, { shift: 5 })
  const russian = 'Привет, как дела? В субботу мы едем на дачу.'
  const greek = 'Η θάλασσα ήταν ήσυχη και το φεγγάρι έλαμπε.'
  for (const [code, text] of [
    ['ru', russian],
    ['ru', `Hint: ${russian}`],
    ['el', greek],
  ]) {
    const [, heading, body] = /^(Hint: )?(.*)$/.exec(text) ?? []
    const ciphertext = `${heading ?? ''}${encipher(code, body)}`
    const json = { 'content-type': 'application/json' }
    const whole = await send('/v1/decipher?encoding=auto', JSON.stringify({ text: ciphertext }), json)
    expect(await whole.json()).toMatchObject({ text, cipher: 'caesar', language: code })
    // By now the language has come, and its end is told in time for the headers.
    const length = String(new TextEncoder().encode(ciphertext).length)
    const answer = await timelyService().send('/v1/decipher', {
      method: 'POST',
      body: ciphertext,
      headers: { 'content-length': length },
    })
    expect([await answer.text(), answer.headers.get('runnel-language')]).toEqual([text, code])
  }
  const { readable, write, close } = openBody()
  const streaming = send('/v1/decipher', readable)
  for (const byte of new TextEncoder().encode(encipher('ru', russian))) void write(Uint8Array.of(byte))
  void close()
  expect(await (await streaming).text()).toBe(russian)
  const inBase64 = btoa(String.fromCharCode(...new TextEncoder().encode(encipher('ru', russian))))
  expect(await (await send('/v1/decipher?encoding=auto', inBase64)).text()).toBe(russian)
  const unread = await testService({ ASSETS: undefined as unknown as Fetcher }).send('/v1/decipher', {
    method: 'POST',
    body: 'Тулезх',
  })
  expect(await unread.text()).toBe('Тулезх')
})

test('keys that repeat are sought in a language that is named', async () => {
  const french = createVigenere().encrypt(FRENCH, { key: 'LEMON' })
  const response = await send('/v1/decipher?language=fr', french, { accept: 'application/x-ndjson' })
  const events = (await response.text()).trim().split('\n')
  expect(JSON.parse(events[events.length - 1])).toMatchObject({
    cipher: 'vigenere',
    key: { key: 'LEMON' },
    language: 'fr',
  })
})

test('letters beyond a to z, both ways', async () => {
  const query = 'cipher=caesar&key=3&alphabet=es'
  expect(await (await send(`/v1/encipher?${query}`, 'El niño')).text()).toBe('Hñ plqr')
  expect(await (await send(`/v1/decipher?${query}`, 'Hñ plqr')).text()).toBe('El niño')
  const own = 'abcdefghiklmnopqrstuvwxyz'
  expect(await (await send(`/v1/encipher?cipher=caesar&key=1&alphabet=${own}`, 'hi')).text()).toBe('ik')
})

test('languages are fetched once', async () => {
  const asked: string[] = []
  const { env } = await import('cloudflare:workers')
  const ASSETS = {
    fetch(url: string) {
      asked.push(url)
      return (env as { ASSETS: Fetcher }).ASSETS.fetch(url)
    },
  } as unknown as Fetcher
  const service = testService({ ASSETS })
  for (const cipher of ['caesar', 'atbash', 'caesar']) {
    await (
      await service.send(`/v1/decipher?language=fr&cipher=${cipher}`, { method: 'POST', body: 'abc' })
    ).text()
  }
  expect(asked).toEqual(['https://assets.internal/models/french-counts.counts'])
})

test('what does not go together is refused', async () => {
  for (const [query, detail] of [
    ['language=tlh', 'language: expected one of en, de, '],
    ['language=de&cipher=caesar&key=3', 'language: expected no key and no other model beside it'],
    ['language=de,fr&cipher=vigenere', 'language: expected one language, with the cipher vigenere'],
    ['language=de&cipher=caesar&alphabet=uk', 'alphabet: expected letters that German is written in'],
    ['alphabet=tlh&cipher=caesar&key=3', 'alphabet: expected one of en, es'],
    ['language=de&flagFormat=x', 'flagFormat: expected no cipher, key or other model beside it'],
  ]) {
    const response = await send(`/v1/decipher?${query}`, 'x')
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'invalid_option', detail: expect.stringContaining(detail) },
    ])
  }
})
