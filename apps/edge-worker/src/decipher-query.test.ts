import { describe, expect, test } from 'vitest'
import { send, timelyService } from './testing/requests.ts'
import { openSession, sendChunk } from './testing/sessions.ts'

/** Events of a text under both keys that the model was not told. */
const eventsOf = async (
  query: string,
  body = 'Aol tvyupun dhz jvsk',
): Promise<{ type: string; cipher?: string }[]> =>
  (await (await send(`/v1/decipher?${query}`, body, { accept: 'application/x-ndjson' })).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('candidates are told when they are asked for, as many as are asked for', async () => {
  const told = (await eventsOf('cipher=caesar&candidates=2', 'Aol')).filter(
    ({ type }) => type === 'candidates',
  )
  expect(told.at(-1)).toMatchObject({
    start: 3,
    candidates: [{ cipher: 'caesar', key: { shift: 7 }, text: 'The' }, { cipher: 'caesar' }],
  })
  expect((await eventsOf('cipher=caesar')).filter(({ type }) => type === 'candidates')).toEqual([])
})

test('the rate of a change of key says whether one is followed', async () => {
  const first = 'Aol ypcly jvtlz kvdu myvt aol opssz pu zwypun huk jhyyplz aol zuvd. '
  const second = 'Wkh pruqlqj zdv frog, dqg wkh erdw kdg qrw frph. '
  const lastKey = async (query: string) => (await eventsOf(`cipher=caesar${query}`, first + second)).at(-1)
  expect(await lastKey('')).toMatchObject({ key: { shift: 3 } })
  expect(await lastKey('&keyChange=1e-5')).toMatchObject({ key: { shift: 3 } })
  expect(await lastKey('&keyChange=off')).not.toMatchObject({ key: { shift: 3 } })
  expect(await lastKey('&keyChange=0')).not.toMatchObject({ key: { shift: 3 } })
})

describe('encodings', () => {
  const encoded = btoa('Aol tvyupun dhz jvsk')

  test.each(['base64', 'auto'])('%s is taken off and told, with a key and without', async (encoding) => {
    for (const key of ['', '&key=7']) {
      const told = await eventsOf(`cipher=caesar&encoding=${encoding}${key}`, encoded)
      expect(told.at(-1)).toMatchObject({ type: 'done', key: { shift: 7 }, encoding: 'base64' })
    }
    const { headers } = await timelyService().send(`/v1/decipher?encoding=${encoding}`, {
      method: 'POST',
      body: encoded,
      headers: { 'content-length': String(encoded.length) },
    })
    expect(headers.get('runnel-encoding')).toBe('base64')
  })

  test('compressed text inside one is taken off too, whichever way it is asked for', async () => {
    const gzipped = 'H4sIAAAAAAACA3PMz1EoKassLSjNU0jJqFLIKivOBgD4CC7VFAAAAA=='
    for (const encoding of ['auto', 'base64 > gzip']) {
      const told = await eventsOf(`cipher=caesar&encoding=${encodeURIComponent(encoding)}`, gzipped)
      expect(told.at(-1)).toMatchObject({ type: 'done', key: { shift: 7 }, encoding: 'base64 > gzip' })
    }
    const response = await send('/v1/identify', gzipped)
    const { kinds } = (await response.json()) as { kinds: { kind: string }[] }
    expect(kinds[0]).toMatchObject({ kind: 'base64', next: "decode 'base64 > gzip'" })
  })

  test('stay where none is asked for', async () => {
    expect((await eventsOf('cipher=caesar&key=7', encoded)).at(-1)).not.toHaveProperty('encoding')
  })

  test('that a text is not in end it with an error, after the text before', async () => {
    const told = await eventsOf('cipher=caesar&key=7&encoding=hex', '416f6czz')
    expect(told.map(({ type }) => type)).toEqual(['key', 'final', 'error'])
    expect(told.at(-1)).toMatchObject({ code: 'malformed_encoding' })
  })

  test('that a text is not in are told of by a session too, which keeps the text before', async () => {
    const session = await openSession('cipher=caesar&key=7&encoding=hex')
    expect(await sendChunk(session, 0, '416f6czz')).toMatchObject({ status: 200 })
    expect(await sendChunk(session, 1, '41')).toMatchObject({
      status: 400,
      code: 'malformed_encoding',
      detail: 'hex: "z" may not stand at position 7',
    })
  })

  test.each(['/v1/decipher', '/v1/sessions'])('%s refuses those that it does not know', async (path) => {
    const response = await send(`${path}?encoding=base65`, 'x')
    expect(response.status).toBe(400)
    const { code, detail } = (await response.json()) as { code: string; detail: string }
    expect(code).toBe('invalid_option')
    expect(detail).toMatch(/^encoding: expected one of hex, base64, .*, received "base65"$/)
  })
})

describe.each(['/v1/decipher', '/v1/sessions'])('%s refuses', (path) => {
  test.each([
    ['keyChange=never', 'keyChange: expected a number, or off, received "never"'],
    ['keyChange=', 'keyChange: expected a number, or off, received ""'],
    ['keyChange=0.6', 'keyChange.rate: expected a number from 0 to 0.5, received 0.6'],
    ['maxDelay=1e9', 'maxDelay: expected a number of letters up to 512, received 1000000000'],
    ['candidates=many', 'candidates: expected a number, received "many"'],
    ['candidates=21', 'candidates: expected a whole number, 0 to 20, received 21'],
    ['wheels=I-II-III', 'wheels: expected cipher enigma beside it, and no key, received "I-II-III"'],
    [
      'cipher=enigma&wheels=any',
      'wheels: expected three wheels such as I-II-III, and rings that are known, received "any"',
    ],
    ['candidates=1.5', 'candidates: expected a whole number, 0 to 20, received 1.5'],
  ])('%s', async (query, detail) => {
    const response = await send(`${path}?${query}`, 'x')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid_option', detail })
  })
})
