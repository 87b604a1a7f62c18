import { createDecipherer, type DecipherSession } from '@runnel/decipher'
import { expect, test } from 'vitest'
import { endingHeaderNames } from '../ending-headers.ts'
import { plainMeter } from '../shared-decipherers.ts'
import { manualClock } from '../testing/manual-clock.ts'
import { nextText, openBody, testService, timelyService } from '../testing/requests.ts'

const MESSAGE = 'Aol tvyupun dhz jvsk'
const ask = (path: string, body: BodyInit, headers: Record<string, string>) =>
  timelyService().send(path, { method: 'POST', headers, body })
const told = ({ headers }: Response) =>
  Object.fromEntries(
    endingHeaderNames.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : [])),
  )
const sized = (text: string) => ({ 'content-length': String(new TextEncoder().encode(text).length) })

test('headers of a short text tell cipher, key and belief', async () => {
  const response = await ask('/v1/decipher?cipher=caesar', MESSAGE, sized(MESSAGE))
  expect(told(response)).toMatchObject({
    'runnel-cipher': 'caesar',
    'runnel-key': '{"shift":7}',
    'runnel-letters': '17',
  })
  expect(Number(response.headers.get('runnel-probability'))).toBeGreaterThan(0.99)
  expect(await response.text()).toBe('The morning was cold')
})

test('a key that was known is told too, and a text of nothing', async () => {
  const response = await ask('/v1/decipher?cipher=caesar&key=3', '', sized(''))
  expect(told(response)).toEqual({
    'runnel-cipher': 'caesar',
    'runnel-key': '{"shift":3}',
    'runnel-probability': '1',
    'runnel-letters': '0',
  })
  expect(await response.text()).toBe('')
})

test.each<[string, string, Record<string, string>]>([
  ['does not say its length', MESSAGE, {}],
  ['is long', 'gdwd '.repeat(1000), sized('gdwd '.repeat(1000))],
  ['is told as events', MESSAGE, { ...sized(MESSAGE), accept: 'application/x-ndjson' }],
])('no such headers where the text %s', async (_, text, headers) => {
  const response = await ask('/v1/decipher?model=caesar-3', text, headers)
  expect(told(response)).toEqual({})
  expect(await response.text()).not.toBe('')
})

test('a text that is short and slow is streamed all the same', async () => {
  const clock = manualClock()
  const body = openBody()
  const answer = testService({}, { clock }).send('/v1/decipher?model=caesar-3', {
    method: 'POST',
    body: body.readable,
    headers: { 'content-length': '8' },
  })
  await body.write('gdwd')
  await clock.advance(199)
  expect(await Promise.race([answer, 'waiting'])).toBe('waiting')
  await clock.advance(1)
  const response = await answer
  expect(told(response)).toEqual({})
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  expect(await nextText(reader)).toBe('data')
  const more = body.write('gdwd')
  expect(await nextText(reader)).toBe('data')
  await more
  await body.close()
  expect((await reader.read()).done).toBe(true)
})

test('a short text that breaks off breaks its answer off', async () => {
  const body = openBody()
  const answer = ask('/v1/decipher?model=caesar-3', body.readable, { 'content-length': '8' })
  await body.write('gdwd')
  await body.abort(new Error('gone'))
  const response = await answer
  expect(told(response)).toEqual({})
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  expect(await nextText(reader)).toBe('data')
  await expect(reader.read()).rejects.toThrow('gone')
})

test.each(['text/plain', 'application/json'])(
  'a short text that is not in its encoding is answered as %s with what is wrong, and is no fault of ours',
  async (accept) => {
    const { send, log } = timelyService()
    const ask = (path: string, body: string) =>
      send(path, { method: 'POST', body, headers: { ...sized(body), accept } })
    const response = await ask('/v1/decipher?encoding=hex', 'zz')
    expect(await response.json()).toMatchObject({
      status: 400,
      code: 'malformed_encoding',
      detail: 'hex: "z" may not stand at position 1',
    })
    expect(log.map(({ level, code }) => [level, code])).toEqual([['info', 'malformed_encoding']])
    await expect(
      ask('/v1/decipher?cipher=caesar&key=7&encoding=hex', '416f6c20747967').then((answer) => answer.text()),
    ).resolves.toContain('The')
  },
)

test('a short text that breaks off before anything is given is no fault of ours', async () => {
  const { send, log } = timelyService()
  const body = openBody()
  const answer = send('/v1/decipher', {
    method: 'POST',
    body: body.readable,
    headers: { 'content-length': '8' },
  })
  await body.abort(new Error('gone'))
  await expect(answer.then((response) => response.text())).rejects.toThrow('gone')
  expect(log.map(({ level, outcome }) => [level, outcome])).toEqual([['info', 'broken off']])
})

/** A session that finds no key. */
const lost = (): DecipherSession => {
  const session = createDecipherer({ cipher: 'caesar', key: '0' }).createSession()
  const unknown = { cipher: 'unknown' as const, key: {}, fit: { bits: 4.6, language: 2, random: 4.7 } }
  return {
    ...session,
    flush: () => session.flush().map((event) => (event.type === 'done' ? { ...event, ...unknown } : event)),
  }
}
const blind = testService(
  {},
  { clock: manualClock(), share: async () => ({ createSession: lost, meter: plainMeter }) },
)

test('where nothing fits, the looks of the text are told: in headers, and with done', async () => {
  const ask = (headers: Record<string, string>) =>
    blind.send('/v1/decipher', { method: 'POST', body: '... --- ...', headers })
  expect(told(await ask(sized('... --- ...')))).toMatchObject({
    'runnel-cipher': 'unknown',
    'runnel-key': '{}',
    'runnel-fit': '{"bits":4.6,"language":2,"random":4.7}',
    'runnel-looks': 'no letters, 2 different signs, in groups of 3; it looks like Morse code',
  })
  const events = (await (await ask({ accept: 'application/x-ndjson' })).text()).trim().split('\n')
  expect(JSON.parse(events.at(-1) as string)).toMatchObject({
    cipher: 'unknown',
    looks: { characters: 9, letters: 0, groups: 3, likely: 'morse' },
  })
})

test('in headers the looks have no accents', async () => {
  const text = 'qzxjkvbwpygfmucldrhsnioate'.repeat(3)
  const answer = await blind.send('/v1/decipher', { method: 'POST', body: text, headers: sized(text) })
  expect(told(answer)['runnel-looks']).toMatch(/such as Vigenere, or random letters$/)
})
