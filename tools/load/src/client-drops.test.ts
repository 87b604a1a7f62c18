import { type ClientSession, createClient, type SessionEvent, type SessionPosition } from '@runnel/client'
import { createRandom } from '@runnel/core'
import type { Service } from '@runnel/tasks/service'
import { startOnFreePort } from '@runnel/tasks/start-on-free-port'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts'
import { createMessages, type Message } from './messages.ts'

let service: Service
let makeMessage: (seed: number, units: number) => Message
const proxies: CuttingProxy[] = []
beforeAll(async () => {
  service = await startOnFreePort()
  makeMessage = await createMessages()
}, 180_000)
afterAll(async () => {
  for (const proxy of proxies) proxy.stop()
  await service.stop()
})

/** A session that is opened directly, and gone on with through a proxy that cuts connections. */
const openBehindProxy = async (seed: number) => {
  const random = createRandom(seed)
  const response = await fetch(`${service.url}/v1/sessions`, { method: 'POST' })
  const position: SessionPosition = { ...(await response.json()), next: 0 }
  // A handshake is about 900 bytes: some are cut before they are done, and some right after.
  const proxy = await startCuttingProxy(new URL(service.url), random, { least: 400, most: 4000 })
  proxies.push(proxy)
  const client = createClient({ url: proxy.url, random: random.next })
  const retry = { first: 2, longest: 20, attempts: 50 }
  const resume = (from: SessionPosition = position) => client.resumeSession(from, { retry })
  return { random, proxy, resume }
}

const feed = async (session: ClientSession, pieces: readonly (string | Uint8Array)[]): Promise<void> => {
  for (const [i, piece] of pieces.entries()) {
    await session.push(piece)
    // Else all would go up in one connection, before any is cut.
    if (i % 8 === 7) await session.stored()
  }
  await session.end()
}

/** Bytes of a text, cut anywhere. */
const cut = (text: string, random: { integer(bound: number): number }): Uint8Array[] => {
  const bytes = new TextEncoder().encode(text)
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + random.integer(40)
    pieces.push(bytes.subarray(at, at + length))
    at += length
  }
  return pieces
}

const finalsOf = (events: readonly SessionEvent[]): string =>
  events.map((event) => (event.type === 'final' ? event.text : '')).join('')

const offsetsOf = (events: readonly SessionEvent[]): number[] =>
  events.flatMap((event) => (event.type === 'interim' ? [] : [Number(event.id.split('-')[1])]))

test.each([1, 2, 3, 4])('connections cut at random places lose and double nothing, seed %i', async (seed) => {
  const { random, proxy, resume } = await openBehindProxy(seed)
  const { ciphertext, finals } = makeMessage(seed, 1500)
  const session = resume()
  const events: SessionEvent[] = []
  const feeding = feed(session, cut(ciphertext, random))
  for await (const event of session.events) events.push(event)
  await feeding
  expect(finalsOf(events)).toBe(finals)
  expect(offsetsOf(events)).toEqual(offsetsOf(events).map((_, i) => i + 1))
  expect(events.at(-1)?.type).toBe('done')
  expect(proxy.cuts()).toBeGreaterThan(2)
})

test('a session goes on in a client that knows no more than its position', async () => {
  const { resume } = await openBehindProxy(7)
  const { ciphertext, finals } = makeMessage(7, 600)
  const pieces = ciphertext.match(/.{1,25}/gs) ?? []
  const one = resume()
  const events: SessionEvent[] = []
  const pushing = (async () => {
    for (const piece of pieces.slice(0, 10)) await one.push(piece)
  })()
  for await (const event of one.events) {
    events.push(event)
    if (offsetsOf(events).length === 3) break
  }
  await pushing.catch(() => {})
  const position: SessionPosition = JSON.parse(JSON.stringify(one.position()))
  const other = resume(position)
  const feeding = feed(other, pieces.slice(position.next))
  for await (const event of other.events) events.push(event)
  await feeding
  expect(finalsOf(events)).toBe(finals)
  expect(offsetsOf(events)).toEqual(offsetsOf(events).map((_, i) => i + 1))
})
