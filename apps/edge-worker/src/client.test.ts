import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { RunnelServiceError, type SessionEvent } from '@runnel/client'
import { expect, test } from 'vitest'
import { clientOfService } from './testing/client.ts'
import { request, stubOf } from './testing/sessions.ts'

const textOf = (events: readonly SessionEvent[]): string =>
  events.map((event) => (event.type === 'final' ? event.text : '')).join('')

const collect = async <T>(flow: AsyncIterable<T>): Promise<T[]> => {
  const values: T[] = []
  for await (const value of flow) values.push(value)
  return values
}

test('models, ciphers, text and events', async () => {
  const client = clientOfService()
  expect(await client.models()).toContainEqual(expect.objectContaining({ name: 'english' }))
  expect(await client.ciphers()).toContainEqual(expect.objectContaining({ name: 'caesar' }))
  const model = 'caesar-3'
  expect((await collect(client.decipher(['L Olnh ', 'Dssohv'], { model }))).join('')).toBe('I Like Apples')
  expect((await collect(client.decipherEvents('gdwd', { model }))).map(({ type }) => type)).toEqual([
    'key',
    'final',
    'done',
  ])
  expect(await collect(client.encipher('data', { cipher: 'caesar', key: '3' }))).toEqual(['gdwd'])
})

test('what the service refuses is an error of its kind', async () => {
  const error = await clientOfService()
    .openSession({ cipher: 'enigmatic' })
    .catch((reason: unknown) => reason)
  expect(RunnelServiceError.isInstance(error) && error).toMatchObject({ status: 400, code: 'invalid_option' })
})

test('a session is pushed, settled, ended and read', async () => {
  const session = await clientOfService().openSession()
  const reading = collect(session.events)
  await session.push('Aol')
  await session.settle()
  await session.push(new TextEncoder().encode(' tvyupun dhz jvsk — é'))
  await session.end()
  const events = await reading
  expect(textOf(events)).toBe('The morning was cold — é')
  expect(events.find(({ type }) => type === 'final')).toMatchObject({ start: 0, text: 'The' })
  expect(events.at(-1)).toMatchObject({ type: 'done', key: { shift: 7 } })
  await expect(session.push('x')).rejects.toThrow('has been ended')
})

test('text of any length is cut as the service takes it', async () => {
  const text = '€'.repeat(9000)
  const session = await clientOfService().openSession({ cipher: 'rot47', key: '' })
  const reading = collect(session.events)
  await session.push(text)
  await session.end()
  expect(textOf(await reading)).toBe(text)
})

test('the object of a session is evicted under the client: nothing is lost or doubled', async () => {
  const session = await clientOfService({ random: () => 0 }).openSession()
  const stub = await stubOf({ ...session, expires: '' })
  const reading = collect(session.events)
  for (const text of ['Aol tvyu', 'pun dhz ', 'jvsk, hu', 'k aol ivha']) {
    // Stored or not when the object goes: nobody waits for it.
    await session.push(text)
    // Only what runs can be evicted.
    await runInDurableObject(stub, () => {})
    await evictDurableObject(stub, { webSockets: 'close' })
  }
  await session.end()
  const events = await reading
  expect(textOf(events)).toBe('The morning was cold, and the boat')
  const offsets = events.flatMap((event) => ('id' in event ? [Number(event.id.split('-')[1])] : []))
  expect(offsets).toEqual(offsets.map((_, i) => i + 1))
})

test('a session goes on in another client, and a third only watches', async () => {
  const one = await clientOfService().openSession({ model: 'caesar-3' })
  await one.push('L Olnh ')
  await one.stored()
  for await (const event of one.events) if (event.type === 'final') break
  const position = one.position()
  expect(position).toMatchObject({ next: 1 })

  const watcher = clientOfService().resumeSession({ id: one.id, token: one.token })
  const watching = collect(watcher.events)
  const other = clientOfService().resumeSession(position)
  const reading = collect(other.events)
  await other.push('Dssohv')
  await other.end()
  expect(textOf(await reading)).toBe('Apples')
  expect(textOf(await watching)).toBe('I Like Apples')
})

test('cancelling ends it for all', async () => {
  const one = await clientOfService().openSession({ model: 'caesar-3' })
  const other = clientOfService().resumeSession({ id: one.id, token: one.token })
  const watching = collect(other.events)
  await one.push('gdwd')
  await one.stored()
  await one.cancel()
  await expect(watching).rejects.toMatchObject({ code: 'session_cancelled' })
  await one.cancel()
})

test('a session whose opening was answered to nobody is opened once', async () => {
  const opened: string[] = []
  const client = clientOfService({
    fetch: async (asked) => {
      const { pathname, search } = new URL(asked.url)
      const answer = await request(pathname + search, asked)
      opened.push(((await answer.clone().json()) as { id: string }).id)
      if (opened.length < 3) throw new TypeError('the connection was lost')
      return answer
    },
  })
  const session = await client.openSession({ model: 'caesar-3', retry: { first: 1 } })
  expect(opened).toEqual([session.id, session.id, session.id])
  await session.push('gdwd')
  await session.end()
})

test('who comes after events were acknowledged gets the text so far, and the rest live', async () => {
  const client = clientOfService()
  const session = await client.openSession({ model: 'caesar-3', acknowledge: false })
  const mine = session.events[Symbol.asyncIterator]()
  await session.push('gdwd')
  await session.stored()
  await mine.next()
  const { value: first } = await mine.next()
  const id = first?.type === 'final' ? first.id : ''
  await session.acknowledge(id)
  const { id: name, token } = session
  const watching = collect(client.resumeSession({ id: name, token }, { retry: { first: 1 } }).events)
  await session.push(' gdwd')
  await session.end()
  const events = await watching
  expect(events[0]).toMatchObject({ type: 'key', key: { shift: 3 } })
  expect(events[1]).toEqual({ type: 'final', id, start: 0, text: 'data' })
  expect(textOf(events)).toBe('data data')
})

test('a watcher gets a token that only reads, until it is revoked', async () => {
  const client = clientOfService()
  const session = await client.openSession({ model: 'caesar-3' })
  const { token, tokenId } = await session.tokens.issue()
  const watcher = client.resumeSession({ id: session.id, token }, { retry: { attempts: 1, first: 1 } })
  const watching = collect(watcher.events).catch((reason: unknown) => reason)
  await session.push('gdwd')
  await session.stored()
  expect(await watcher.state()).toMatchObject({ next: 1, ended: false })
  await expect(watcher.acknowledge('x-1')).rejects.toMatchObject({ status: 403, code: 'read_only' })
  await expect(watcher.cancel()).rejects.toMatchObject({ status: 403, code: 'read_only' })
  await session.tokens.revoke(tokenId)
  await expect(client.resumeSession({ id: session.id, token }).state()).rejects.toMatchObject({
    status: 401,
    code: 'token_revoked',
  })
  await watching
  expect(await session.tokens.list()).toMatchObject([{ tokenId: 'first' }])
  await session.tokens.renew()
  await session.push(' gdwd')
  await session.end()
})
