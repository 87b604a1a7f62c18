import { expect, test } from 'vitest'
import { nextText, openBody, send } from '../testing/requests.ts'

const caesar = 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl. Uvivkf ohk zllu pa zpujl aol zavyt.'

test('the kinds of a whole text, as one object', async () => {
  const response = await send('/v1/identify', caesar)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const answer = (await response.json()) as { kinds: unknown[] }
  expect(answer).toMatchObject({ type: 'kinds', units: 84, whole: true, looks: { letters: 65 } })
  expect(answer.kinds[0]).toMatchObject({ kind: 'caesar', next: 'decipher' })
})

test('kinds while the text arrives, the same as at once', async () => {
  const body = openBody()
  const answer = send('/v1/identify', body.readable, { accept: 'application/x-ndjson' })
  await body.write(caesar.slice(0, 20))
  const reader = ((await answer).body as ReadableStream<Uint8Array>).getReader()
  expect(JSON.parse(await nextText(reader))).toMatchObject({ units: 16, whole: false })
  const rest = body.write(caesar.slice(20)).then(() => body.close())
  let lines = ''
  for (let text = await nextText(reader); text !== ''; text = await nextText(reader)) lines += text
  await rest
  const events = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.map(({ units, whole }) => [units, whole])).toEqual([
    [32, false],
    [64, false],
    [84, true],
  ])
  expect(events.at(-1)).toEqual(await (await send('/v1/identify', caesar)).json())
})

test('options that there are none of are refused', async () => {
  const response = await send('/v1/identify?cipher=caesar', caesar)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid_option' })
})
