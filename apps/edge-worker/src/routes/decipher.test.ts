import { expect, test } from 'vitest'
import { nextText, openBody, send } from '../testing/requests.ts'

const CAESAR_3 = '/v1/decipher?model=caesar-3'

test.each([
  ['gdwd', 'data'],
  ['L Olnh Dssohv', 'I Like Apples'],
  ['defghijklmnopqrstuvwxyzabc', 'abcdefghijklmnopqrstuvwxyz'],
  ['DEFGHIJKLMNOPQRSTUVWXYZABC', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['Gdwd 123 — é 😀!', 'Data 123 — é 😀!'],
  ['', ''],
])('%j is deciphered by the net and with the key', async (ciphertext, plaintext) => {
  expect(await (await send(CAESAR_3, ciphertext)).text()).toBe(plaintext)
  expect(await (await send('/v1/decipher?cipher=caesar&key=3', ciphertext)).text()).toBe(plaintext)
  expect(await (await send('/v1/encipher?cipher=caesar&key=3', plaintext)).text()).toBe(ciphertext)
})

test('ciphers that write a letter by its place, with the key and without', async () => {
  const [plaintext, ciphertext] = [
    'It was the best of times, it was the worst of times',
    'Tx iof tki mieh bf wmxie, wg wdw elq kbrvx zj fwzev',
  ]
  const path = '/v1/decipher?cipher=vigenere'
  expect(await (await send(path, ciphertext)).text()).toBe(plaintext)
  expect(await (await send(`${path}&key=LEMONADE`, ciphertext)).text()).toBe(plaintext)
  expect(await (await send('/v1/encipher?cipher=vigenere&key=LEMONADE', plaintext)).text()).toBe(ciphertext)
  const enigma = `cipher=enigma&key=${encodeURIComponent('B I-II-III AAA MCK AB CD')}`
  expect(await (await send(`/v1/encipher?${enigma}`, 'Attack at dawn!')).text()).toBe('Vxllmv fl mtda!')
  const started = encodeURIComponent('B II-I-III QKD')
  const turned = await (await send(`/v1/encipher?cipher=enigma&key=${started}`, plaintext)).text()
  const unknown = '/v1/decipher?cipher=enigma&wheels=II-I-III'
  expect(await (await send(unknown, turned)).text()).toBe(plaintext)
})

test('the first plaintext arrives before the last ciphertext is sent', async () => {
  const body = openBody()
  const answer = send(CAESAR_3, body.readable)
  await body.write('L Olnh ')
  const response = await answer
  // Else the platform compresses it for most clients, and holds it back.
  expect(response.headers.get('content-encoding')).toBe('identity')
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  expect(await nextText(reader)).toBe('I Like ')
  const more = body.write('Dssohv')
  expect(await nextText(reader)).toBe('Apples')
  await more
  await body.close()
  expect(await reader.read()).toEqual({ done: true, value: undefined })
})

test('one byte at a time gives the same text', async () => {
  const body = openBody()
  const answer = send(CAESAR_3, body.readable)
  const text = answer.then((response) => response.text())
  for (const byte of new TextEncoder().encode('Gdwd € 😀')) await body.write(Uint8Array.of(byte))
  await body.close()
  expect(await text).toBe('Data € 😀')
})

test('events as NDJSON', async () => {
  const response = await send(CAESAR_3, 'Gdwd', { accept: 'application/x-ndjson' })
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  expect(
    (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { type: 'key', start: 0, cipher: 'caesar', key: { shift: 3 }, probability: 1 },
    { type: 'final', start: 0, text: 'Data' },
    { type: 'done', start: 4, cipher: 'caesar', key: { shift: 3 }, probability: 1, letters: 4 },
  ])
})

test('events as server-sent events', async () => {
  const response = await send(CAESAR_3, 'Gdwd', { accept: 'text/event-stream' })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(await response.text()).toContain('event: final\ndata: {"type":"final","start":0,"text":"Data"}\n\n')
})

test('an upload that breaks off breaks the answer off, with what was final already given', async () => {
  const body = openBody()
  const answer = send(CAESAR_3, body.readable)
  await body.write('gdwd')
  const reader = ((await answer).body as ReadableStream<Uint8Array>).getReader()
  expect(await nextText(reader)).toBe('data')
  await body.abort(new Error('gone'))
  await expect(reader.read()).rejects.toThrow('gone')
})

test('a client that leaves cancels the upload', async () => {
  let cancelled: unknown
  const readable = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('gdwd')),
    cancel(reason) {
      cancelled = reason
    },
  })
  const response = await send(CAESAR_3, readable)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  expect(await nextText(reader)).toBe('data')
  await reader.cancel('enough')
  expect(cancelled).toBe('enough')
})

test('the key is worked out while the text arrives', async () => {
  const response = await send('/v1/decipher', 'Qeb nrfzh yoltk clu grjmp', { accept: 'application/x-ndjson' })
  const events = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.at(-1)).toMatchObject({ type: 'done', cipher: 'caesar', key: { shift: 23 }, letters: 21 })
  const finals = events.filter(({ type }) => type === 'final')
  expect(finals.map(({ text }) => text).join('')).toBe('The quick brown fox jumps')
})
