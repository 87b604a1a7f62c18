import { expect, test } from 'vitest'
import { createClient } from './create-client.ts'
import { ProtocolError, RunnelServiceError } from './errors.ts'
import { FakePlatform } from './testing/fake-platform.ts'

/** A client of something that gives one answer to everything. */
const clientOf = (answer: string) => {
  const { WebSocket } = new FakePlatform()
  return createClient({ url: 'http://service', fetch: () => new Response(answer), WebSocket })
}

const eventsOf = async (answer: string): Promise<unknown[]> => {
  const events: unknown[] = []
  try {
    for await (const event of clientOf(answer).decipherEvents('x')) events.push(event)
  } catch (error) {
    events.push(error)
  }
  return events
}

const final = { type: 'final', start: 0, text: 'x' }

test.each([
  '<h1>',
  'null',
  '[]',
  '{"type":"final"}',
  '{"type":"done","start":1}',
  '{"start":0,"text":"x"}',
  '{"type":"candidates","start":0,"candidates":[{"cipher":"caesar"}]}',
  '{"type":"candidates","start":0,"candidates":{}}',
])('the line %j is an error after what came before', async (line) => {
  const [first, error] = await eventsOf(`${JSON.stringify(final)}\n${line}\n`)
  expect(first).toEqual(final)
  expect(ProtocolError.isInstance(error) && error.received).toBe(line)
})

test('an answer that ends within a line is one too', async () => {
  const [first, error] = await eventsOf(`${JSON.stringify(final)}\n{"type":"fi`)
  expect(first).toEqual(final)
  expect(ProtocolError.isInstance(error) && error.received).toBe('{"type":"fi')
})

test('an answer that the service cut off is an error with its code', async () => {
  const [first, error] = await eventsOf(
    `${JSON.stringify(final)}\n{"type":"error","code":"idle_too_long","title":"x","detail":"too long"}\n`,
  )
  expect(first).toEqual(final)
  expect(RunnelServiceError.isInstance(error) && error).toMatchObject({
    status: 0,
    code: 'idle_too_long',
    detail: 'too long',
  })
})

test('events of a later version are passed over', async () => {
  expect(await eventsOf(`{"type":"advice"}\n${JSON.stringify({ ...final, language: 'en' })}\n`)).toEqual([
    { ...final, language: 'en' },
  ])
})

test.each(['<h1>', 'null', '{}', '{"id":"s","token":3}', '{"models":{},"ciphers":"x"}'])(
  'the answer %j is neither a session nor a list',
  async (answer) => {
    const client = clientOf(answer)
    const asked = [
      client.openSession({ retry: { attempts: 0 } }),
      client.models(),
      client.languages(),
      client.ciphers(),
    ]
    for (const { reason } of (await Promise.allSettled<unknown>(asked)) as PromiseRejectedResult[]) {
      expect(ProtocolError.isInstance(reason)).toBe(true)
    }
  },
)
