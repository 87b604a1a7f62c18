import { expect, test } from 'vitest'
import { openBody, testService } from '../testing/requests.ts'

test('an id is taken over when it can be, made when not, and sent back', async () => {
  const { send, log } = testService()
  const idOf = async (id?: string) =>
    (await send('/health', { headers: id === undefined ? {} : { 'x-request-id': id } })).headers.get(
      'x-request-id',
    )
  expect(await idOf('client-17')).toBe('client-17')
  const made = await idOf()
  expect(made).toMatch(/^[0-9a-f-]{36}$/)
  for (const bad of ['a b', '{"level":"error"}', 'x'.repeat(65), '']) {
    expect(await idOf(bad)).toMatch(/^[0-9a-f-]{36}$/)
  }
  expect(log.map(({ id }) => id).slice(0, 2)).toEqual(['client-17', made])
})

test('problems carry the id too', async () => {
  const response = await testService().send('/nothing', { headers: { 'x-request-id': 'client-18' } })
  expect(response.headers.get('x-request-id')).toBe('client-18')
})

test('a stream is reported once, at its end, with nothing of what it said', async () => {
  const { send, log } = testService()
  const body = openBody()
  const path = '/v1/decipher?cipher=affine&key=5,8'
  const answer = send(path, {
    method: 'POST',
    body: body.readable,
    headers: { accept: 'application/x-ndjson' },
  })
  await body.write('Ihhwvc')
  const response = await answer
  expect(log).toEqual([])
  await body.close()
  const text = await response.text()
  expect(log).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      id: response.headers.get('x-request-id'),
      method: 'POST',
      route: '/v1/decipher',
      status: 200,
      outcome: 'answered',
      milliseconds: expect.any(Number),
      bytesIn: 6,
      bytesOut: text.length,
      events: text.trim().split('\n').length,
      cipher: 'affine',
      form: 'application/x-ndjson',
    },
  ])
  expect(text).toContain('Affine')
  expect(JSON.stringify(log)).not.toMatch(/Ihhwvc|Affine|5,8/)
})

test('paths are told by their pattern, so that ids and tokens of sessions are not', async () => {
  const { send, log } = testService()
  await send('/v1/sessions/0123456789abcdef/settle?token=secret', { method: 'POST' })
  expect(log).toMatchObject([{ route: '/v1/sessions/:id/settle', status: 401, code: 'unauthorised' }])
  expect(JSON.stringify(log)).not.toMatch(/0123456789|secret/)
})

test('a client that leaves is reported as such', async () => {
  const { send, log } = testService()
  const body = openBody()
  const answer = send('/v1/decipher?model=caesar-3', { method: 'POST', body: body.readable })
  await body.write('gdwd')
  const reader = ((await answer).body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await reader.cancel()
  expect(log).toMatchObject([{ outcome: 'left', bytesIn: 4, bytesOut: 4, model: 'caesar-3' }])
})

test('a fault of ours is told to the log with its causes, and to the client as nothing', async () => {
  const fault = new Error('secret place', { cause: new Error('secret cause') })
  const { send, log } = testService({}, { load: () => Promise.reject(fault) })
  const response = await send('/v1/decipher', { method: 'POST', body: 'gdwd' })
  expect(response.status).toBe(500)
  expect(await response.text()).not.toMatch(/secret|stack|\.ts/)
  expect(log).toMatchObject([
    { level: 'error', fault: expect.stringContaining('secret place'), cause: 'secret cause' },
    { level: 'error', status: 500, outcome: 'failed', code: 'internal' },
  ])
})

test('data points carry the same, in a fixed order', async () => {
  const points: AnalyticsEngineDataPoint[] = []
  const { send } = testService({ METRICS: { writeDataPoint: (point) => points.push(point ?? {}) } })
  await (await send('/v1/decipher?model=caesar-3', { method: 'POST', body: 'gdwd' })).text()
  await send('/v1/decipher?watch=x', { method: 'POST' })
  expect(points).toEqual([
    {
      indexes: ['/v1/decipher'],
      blobs: ['POST', '/v1/decipher', 'answered', '', 'auto', 'caesar-3', 'text/plain'],
      doubles: [200, expect.any(Number), 4, 4, expect.any(Number)],
    },
    {
      indexes: ['/v1/decipher'],
      blobs: ['POST', '/v1/decipher', 'answered', 'invalid_option', '', '', ''],
      doubles: [400, expect.any(Number), 0, 0, 0],
    },
  ])
})
