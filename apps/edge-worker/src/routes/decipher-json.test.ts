import { describe, expect, test } from 'vitest'
import { MOST_HELD } from '../json-request.ts'
import { openBody, send, testService } from '../testing/requests.ts'
import { createWork } from '../work/work.ts'

const json = (body: unknown, headers: Record<string, string> = {}, path = '/v1/decipher') =>
  send(path, typeof body === 'string' ? body : JSON.stringify(body), {
    'content-type': 'application/json',
    ...headers,
  })
const caesar = { text: 'L Olnh Dssohv — é', cipher: 'caesar', key: 3 }

describe('a body in JSON', () => {
  test('is answered with one object', async () => {
    const response = await json(caesar)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual({
      cipher: 'caesar',
      key: { shift: 3 },
      probability: 1,
      letters: 11,
      text: 'I Like Apples — é',
    })
  })

  test('may ask for text or events all the same', async () => {
    const text = await json(caesar, { accept: 'text/plain' })
    expect(await text.text()).toBe('I Like Apples — é')
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await (await json(caesar, { accept: 'application/x-ndjson' })).text()).toContain('"type":"final"')
  })

  test('has the options of the query, candidates among them', async () => {
    const answer = await (await json({ text: 'Aol tvyupun dhz jvsk.', candidates: 2 })).json()
    expect(answer).toMatchObject({ cipher: 'caesar', key: { shift: 7 }, text: 'The morning was cold.' })
    expect((answer as { candidates: unknown[] }).candidates.length).toBeGreaterThan(0)
  })

  test('leaves a heading as it stands, and has what follows read', async () => {
    const text =
      'Hint: Hi evnwp ysre ef hup sxr ztpx pl elq fvgid oseid hup fqzyd lmjr cyzu nyh fvr weeh ozef vnd kabr ssys szv fvr ymsvg'
    expect(await (await json({ text })).json()).toMatchObject({
      cipher: 'vigenere',
      key: { key: 'LEMON' },
      text: expect.stringMatching(/^Hint: We shall meet at the old mill /),
    })
    // A key that is named is that of all the text.
    expect(await (await json({ text: 'Hint: Haqre', cipher: 'caesar', key: 13 })).json()).toMatchObject({
      text: 'Uvag: Under',
    })
  })

  test.each([
    ['no JSON', 'Gdwd', 'body: expected JSON such as {"text":"Khoor","cipher":"caesar"}, received "Gdwd"'],
    ['a list', '[1]', 'body: expected JSON'],
    ['no text', { cipher: 'caesar' }, 'text: expected the text, as a string'],
    [
      'an option that there is none of',
      { text: 'a', cypher: 'caesar' },
      'cypher: expected no such parameter',
    ],
    ['an option of another type', { text: 'a', cipher: ['caesar'] }, 'cipher: expected one value'],
    ['a number beyond', { text: 'a', maxDelay: 513 }, 'maxDelay: expected a number of letters up to 512'],
  ])('%s is refused', async (_, body, words) => {
    const response = await json(body)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { detail: string }).detail).toContain(words)
  })

  test('an option in the query and in the body is refused', async () => {
    const response = await json(caesar, {}, '/v1/decipher?key=4')
    expect(await response.json()).toMatchObject({ code: 'invalid_option', status: 400 })
    expect((await json({ text: 'Gdwd' }, {}, '/v1/decipher?cipher=caesar&key=3')).status).toBe(200)
  })

  test('has no more options than a query may: what they ask for is worked out at once', async () => {
    const long = async (options: object) => (await json({ ...caesar, ...options })).json()
    const refused = { status: 413, code: 'body_too_large' }
    // An alphabet of a megabyte held the isolate up for 46 s.
    expect(await long({ alphabet: 'abcdefghijklmn'.repeat(70_000) })).toMatchObject(refused)
    expect(await long({ key: 'k'.repeat(3000), cipher: 'vigenere' })).toMatchObject(refused)
    const many = Array.from({ length: 60_000 }, (_, i) => [`k${i}`, 1])
    expect(await long(Object.fromEntries(many))).toMatchObject(refused)
    expect(await long({ cipher: [['x'.repeat(3000)]] })).toMatchObject({ code: 'invalid_option' })
    expect(await long({ key: 'k'.repeat(1900), cipher: 'vigenere' })).toMatchObject({ letters: 11 })
  })

  test('that breaks off is no fault of ours', async () => {
    const { send, log } = testService()
    const body = openBody()
    const answer = send('/v1/decipher', {
      method: 'POST',
      body: body.readable,
      headers: { 'content-type': 'application/json' },
    })
    await body.write('{"text":')
    await body.abort(new Error('gone'))
    const response = await answer
    expect(await response.json()).toMatchObject({ status: 400, code: 'bad_request' })
    expect(log.map(({ level }) => level)).toEqual(['info'])
  })

  test('that does not come is waited for no longer than a stream may be silent', async () => {
    const { send } = testService({ CEILINGS: { idle: 20 } })
    const body = openBody()
    const headers = { 'content-type': 'application/json' }
    const answer = send('/v1/decipher', { method: 'POST', body: body.readable, headers })
    void body.write('{"text":').catch(() => {})
    const response = await answer
    expect(await response.json()).toMatchObject({ status: 408, code: 'took_too_long' })
  })

  test('is held beside so many others, of one client; who streams is served', async () => {
    const { send } = testService({}, { work: createWork() })
    const ask = (body: BodyInit, address: number, type = 'application/json') =>
      send('/v1/decipher', {
        method: 'POST',
        body,
        headers: { 'content-type': type, 'cf-connecting-ip': `192.0.2.${address}` },
      })
    const megabyte = new Uint8Array(MOST_HELD - 100).fill(0x20)
    const held = await Promise.all(
      Array.from({ length: 7 }, async () => {
        const body = openBody()
        const answer = ask(body.readable, 1)
        await body.write(megabyte)
        return { body, answer }
      }),
    )
    // By a known key: what is tried is how much is held, and that is read quickly.
    const another = JSON.stringify({ cipher: 'caesar', key: 3, text: ' '.repeat(MOST_HELD / 2) })
    const response = await ask(another, 1)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(await response.json()).toMatchObject({ status: 429, code: 'work_limited' })
    expect(await (await ask('gdwd', 1, 'text/plain')).text()).toHaveLength(4)
    expect(await (await ask(another, 2)).json()).toMatchObject({ letters: 0 })
    for (const { body, answer } of held) {
      await body.write('{"text":""}')
      await body.close()
      expect(await (await answer).json()).toMatchObject({ text: '' })
    }
    expect(await (await ask(another, 1)).json()).toMatchObject({ letters: 0 })
  })

  test('is held no further than it may be long', async () => {
    const response = await json({ text: 'a'.repeat(MOST_HELD) })
    expect(response.status).toBe(413)
    const { send } = testService()
    const unread = openBody()
    const headers = { 'content-type': 'application/json', 'content-length': String(MOST_HELD + 1) }
    expect((await send('/v1/decipher', { method: 'POST', body: unread.readable, headers })).status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'body_too_large' })
  })
})

test('text is answered with one object where that is asked for', async () => {
  const response = await testService().send('/v1/decipher?cipher=caesar&key=3', {
    method: 'POST',
    body: 'Gdwd',
    headers: { accept: 'application/json' },
  })
  expect(await response.json()).toMatchObject({ text: 'Data', letters: 4 })
})
