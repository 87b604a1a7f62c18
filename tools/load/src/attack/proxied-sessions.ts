import { createClient, type SessionEvent } from '@runnel/client'
import { createRandom, type Random } from '@runnel/core'
import { createMessages, type Message } from '../messages.ts'
import { untilTime } from '../until-time.ts'
import { type HostileProxy, startHostileProxy } from './hostile-proxy.ts'
import type { Part } from './part.ts'
import { PlainClient } from './plain-client.ts'

/** Sessions at the same time, UTF-16 units of a message, and milliseconds that a session may take. */
const [AT_ONCE, UNITS, PATIENCE] = [8, 600, 120_000]

/** Sessions through a hostile proxy, by our client and by one that is not ours, in turn. */
export const proxiedSessions = (count: number): Part => ({
  title: 'sessions through a hostile proxy',
  unit: 'sessions',
  count,
  async run({ workerd, seed, stop }, advance) {
    const makeMessage = await createMessages()
    const faults: string[] = []
    const did = new Map<string, number>()
    let done = 0
    const runOne = async (number: number): Promise<void> => {
      const random = createRandom(seed * 1_000_003 + number)
      const proxy = await startHostileProxy(workerd.url, random)
      const message = makeMessage(seed * 1000 + number, UNITS)
      const run = number % 2 === 0 ? byOurClient : byPlainClient
      const signal = untilTime(PATIENCE, stop)
      const fault = await run(proxy, message, random, signal).catch((error: unknown) => String(error))
      if (fault !== undefined && !stop.aborted) faults.push(`session ${number}: ${fault}`)
      for (const [what, times] of proxy.done) did.set(what, (did.get(what) ?? 0) + times)
      proxy.stop()
      advance(++done)
    }
    let next = 0
    const worker = async (): Promise<void> => {
      while (next < count && !stop.aborted) await runOne(next++)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    const notes = [...did]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([what, times]) => `${what} ${times.toLocaleString('en')}`)
    return { done, faults, notes: notes.join(', ') }
  },
})

/** The bytes of a text, cut anywhere. */
const cut = (text: string, random: Random): Uint8Array<ArrayBuffer>[] => {
  const bytes = new TextEncoder().encode(text)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + random.integer(20)
    pieces.push(bytes.slice(at, at + length))
    at += length
  }
  return pieces
}

const byOurClient = async (
  { url }: HostileProxy,
  { ciphertext, finals }: Message,
  random: Random,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const client = createClient({ url, random: random.next })
  const retry = { first: 2, longest: 20, attempts: 200, timeout: 2000 }
  const session = await client.openSession({ retry, signal })
  const feed = async (): Promise<void> => {
    for (const [i, piece] of cut(ciphertext, random).entries()) {
      await session.push(piece)
      if (i % 8 === 7) await session.stored()
    }
    await session.end()
  }
  const events: SessionEvent[] = []
  const feeding = feed()
  for await (const event of session.events) events.push(event)
  await feeding
  return unlike(finals, events)
}

const byPlainClient = async (
  { url }: HostileProxy,
  { ciphertext, finals }: Message,
  random: Random,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const client = await PlainClient.open(
    url,
    `plain-client-${random.integer(2 ** 31)}-${random.integer(2 ** 31)}`,
  )
  await Promise.all([
    client.write([...cut(ciphertext, random), new Uint8Array(0)], signal),
    client.read(signal),
  ])
  return unlike(finals, client.received as SessionEvent[])
}

/** Compares what came with what a session says that nothing came between. */
export const unlike = (finals: string, events: readonly SessionEvent[]): string | undefined => {
  const text = events.map((event) => (event.type === 'final' ? event.text : '')).join('')
  if (text !== finals) return `expected ${JSON.stringify(finals)}, received ${JSON.stringify(text)}`
  const offsets = events.flatMap((event) => ('id' in event ? [Number(event.id.split('-')[1])] : []))
  if (offsets.some((offset, i) => i > 0 && offset <= (offsets[i - 1] as number)))
    return `ids ${offsets.join(' ')}`
  return events.at(-1)?.type === 'done' ? undefined : 'the end did not come'
}
