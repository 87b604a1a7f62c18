import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Random } from '@runnel/core'
import { pick } from '../fuzz/random-parts.ts'

/** Parts of a proxy that its requests need. */
export interface HostileParts {
  service: URL
  random: Random
  /** Counts something that was done. */
  note(what: string): void
}

const [MORE, MOST] = [3, 6]

/** Fates of a request, each as often as it is listed. */
const fates = [
  'request answered with 502 or 503',
  'request cut before it arrived',
  ...Array<'request doubled'>(MORE).fill('request doubled'),
  ...Array<'request delayed'>(MOST).fill('request delayed'),
  'answer replaced with 502 or 503',
  'answer cut before it came',
  ...Array<'request passed'>(MOST).fill('request passed'),
] as const

/** Milliseconds that a request is held up at the most, while others pass it. */
const MOST_DELAY = 40

/** Passes a request on: not at all, once or twice, now or later; and its answer, or another, or none. */
export const forward = async (
  parts: HostileParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { random, note } = parts
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const send = () => sendOn(parts, request, Buffer.concat(chunks))
  const fate = pick(random, fates)
  note(fate)
  if (fate === 'request answered with 502 or 503') return refuse(response, random)
  if (fate === 'request cut before it arrived') return void response.destroy()
  if (fate === 'request delayed') await setTimeout(random.integer(MOST_DELAY))
  const answers = [await send(), ...(fate === 'request doubled' ? [await send()] : [])]
  const answer = pick(random, answers)
  for (const other of answers) if (other !== answer) void other.body?.cancel()
  if (!fate.startsWith('answer')) return passAnswer(parts, answer, response)
  void answer.body?.cancel()
  if (fate === 'answer cut before it came') response.destroy()
  else refuse(response, random)
}

const sendOn = ({ service }: HostileParts, request: IncomingMessage, body: Buffer): Promise<Response> => {
  const {
    host: _,
    connection: __,
    'transfer-encoding': ___,
    'content-length': ____,
    ...headers
  } = request.headers
  return fetch(new URL(request.url ?? '/', service), {
    method: request.method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
}

const refuse = (response: ServerResponse, random: Random): void => {
  const status = random.integer(2) ? 502 : 503
  response.writeHead(status, { 'content-type': 'text/html', ...(status === 503 && { 'retry-after': '0' }) })
  response.end('<h1>no</h1>')
}

/** Passes an answer on; a stream of events is cut somewhere. */
const passAnswer = async (
  { random, note }: HostileParts,
  answer: Response,
  response: ServerResponse,
): Promise<void> => {
  const type = answer.headers.get('content-type') ?? 'text/plain'
  response.writeHead(answer.status, { 'content-type': type })
  let left = type.startsWith('text/event-stream') ? 200 + random.integer(4000) : Number.POSITIVE_INFINITY
  const reader = answer.body?.getReader()
  response.on('close', () => void reader?.cancel().catch(() => {}))
  for (let step = await reader?.read(); step?.value; step = await reader?.read()) {
    response.write(step.value.subarray(0, left))
    left -= step.value.length
    if (left > 0) continue
    note('event stream cut')
    // What was let through arrives.
    await setTimeout(1)
    response.destroy()
  }
  response.end()
}
