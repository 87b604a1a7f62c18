import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { DecipherEvent } from '@runnel/decipher'
import { createApp } from '@runnel/edge-worker/app'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decipherRemotely, type RemoteOptions } from './decipher-remotely.ts'

const app = createApp()

/** Asks the service within this process. */
const inside: RemoteOptions = {
  service: new URL('http://service'),
  fetch: (request) => app.fetch(request),
}

/** The service on a port: the same routes, by Node's server instead of workerd. */
const server = createServer(async ({ url = '/', method = 'GET', headers }, answer) => {
  const body = method === 'POST' ? { body: Readable.toWeb(answer.req) as ReadableStream, duplex: 'half' } : {}
  const accept = String(headers.accept)
  const response = await app.fetch(
    new Request(new URL(url, 'http://service'), { method, headers: { accept }, ...body }),
  )
  answer.writeHead(response.status, Object.fromEntries(response.headers))
  for await (const part of response.body ?? []) answer.write(part)
  answer.end()
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => server.close())

const textOf = (events: DecipherEvent[]) =>
  events.map((event) => (event.type === 'final' ? event.text : '')).join('')

test('events come while ciphertext still goes up', async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const send = (text: string) => writer.write(new TextEncoder().encode(text))
  const events = decipherRemotely(readable, inside)
  const received: DecipherEvent[] = []
  send('L Olnh ')
  while (textOf(received) !== 'I Like ') received.push((await events.next()).value)
  send('Dssohv')
  writer.close()
  for await (const event of events) received.push(event)
  expect(textOf(received)).toBe('I Like Apples')
  expect(received.at(-1)).toMatchObject({ type: 'done', start: 13, key: { shift: 3 } })
})

test('with the key known', async () => {
  const ciphertext = new Blob(['Jul?']).stream()
  const received: DecipherEvent[] = []
  for await (const event of decipherRemotely(ciphertext, {
    ...inside,
    known: { cipher: 'caesar', key: 'rot13' },
  })) {
    received.push(event)
  }
  expect(textOf(received)).toBe('Why?')
})

test('what the service refuses is an error that says why', async () => {
  const known = { cipher: 'enigma', key: '3' }
  const events = decipherRemotely(new Blob(['a']).stream(), { ...inside, known })
  await expect(events.next()).rejects.toThrow(/^invalid_option: cipher/)
})

test('the program deciphers standard input', async () => {
  const { port } = server.address() as AddressInfo
  const words = [path.join(import.meta.dirname, 'main.ts'), `http://127.0.0.1:${port}`]
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part
  })
  child.stdin.write('L Olnh ')
  await expect.poll(() => text, { timeout: 20_000 }).toBe('I Like ')
  child.stdin.end('Dssohv')
  await once(child.stdout, 'end')
  expect(text).toBe('I Like Apples')
})
