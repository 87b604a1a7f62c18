import { createRandom, type Random } from '@runnel/core'
import type { Workerd } from '../start-workerd.ts'
import type { NoiseMaker } from './noise.ts'
import { countOne, type FairnessFindings } from './tally.ts'

/** One client that sends what nothing explains, again and again. */
export interface AttackerOptions {
  workerd: Workerd
  /** Tells it from the others, and seeds all that it sends. */
  number: number
  signal: AbortSignal
  findings: FairnessFindings
  makeNoise: NoiseMaker
}

/** Letters that it sends at once. */
const [BODY, CHUNK] = [4096, 4096]

/** Chunks that it sends in one session at the most, with those that were refused. */
const TRIES = 100

/** The longest that one waits for who said when to come back, in milliseconds. Half of them do not listen. */
const IMPATIENT = 200

const QUERIES = ['', '?keyChange=0.5', '?keyChange=0.5&commit=0.9999999&maxDelay=512&candidates=20']

/** Sends bodies, or the chunks of sessions, until it is stopped. */
export const attack = async (options: AttackerOptions): Promise<void> => {
  const random = createRandom(1000 + options.number)
  while (!options.signal.aborted) {
    try {
      if (options.number % 3 === 0) await sendSession(options, random)
      else await sendBody(options, random)
    } catch (error) {
      if (options.signal.aborted) return
      countOne(options.findings.answers, `connection: ${error instanceof Error ? error.message : error}`)
      await pause(IMPATIENT)
    }
  }
}

const sendBody = async (options: AttackerOptions, random: Random): Promise<void> => {
  const text = options.makeNoise(BODY, random.integer(2) === 0 ? 'letters' : 'keys', random)
  const accept = ['text/plain', 'application/x-ndjson', 'text/event-stream'][random.integer(3)]
  const query = QUERIES[random.integer(QUERIES.length)]
  await send(options, `/v1/decipher${query}`, { body: text, headers: { accept } }, 'stream')
}

const sendSession = async (options: AttackerOptions, random: Random): Promise<void> => {
  const query = QUERIES[random.integer(QUERIES.length)]
  const opened = await send(options, `/v1/sessions${query}`, {}, 'session')
  if (opened === undefined) return
  const { id, token } = JSON.parse(opened) as { id: string; token: string }
  const headers = { authorization: `Bearer ${token}` }
  const text = options.makeNoise(CHUNK, 'keys', random)
  // A session that is gone is left: its chunks would be refused for ever.
  let tries = 0
  for (let seq = 0; seq < 4 && tries < TRIES && !options.signal.aborted; tries++) {
    const answer = await send(
      options,
      `/v1/sessions/${id}/chunks?seq=${seq}`,
      { body: text, headers },
      'chunk',
    )
    if (answer !== undefined) seq++
  }
  await fetch(new URL(`/v1/sessions/${id}`, options.workerd.url), {
    method: 'DELETE',
    headers,
    signal: options.signal,
  })
}

/** Sends a request from an address of its own. @returns the answer; nothing where it was refused */
const send = async (
  { workerd, number, signal, findings }: AttackerOptions,
  path: string,
  init: { body?: string; headers?: Record<string, string> },
  kind: string,
): Promise<string | undefined> => {
  const [start, used] = [performance.now(), workerd.cpuTime()]
  const headers = { ...init.headers, 'cf-connecting-ip': `198.51.100.${number}` }
  const response = await fetch(new URL(path, workerd.url), { ...init, method: 'POST', headers, signal })
  const [answered, worked] = [performance.now() - start, workerd.cpuTime() - used]
  const text = await response.text()
  const code = /"code":"(\w+)"/.exec(text)?.[1]
  countOne(findings.answers, [kind, response.status, ...(code ? [code] : [])].join(' '))
  if (response.ok) {
    findings.letters += init.body?.length ?? 0
    return text
  }
  if (response.status >= 500 && response.status !== 503)
    findings.faults.push(`${kind}: ${response.status} ${text}`)
  if (response.status === 429 || response.status === 503) {
    findings.refusals.push(answered)
    findings.refusalsWork.push(worked)
  }
  const seconds = Number(response.headers.get('retry-after') ?? 1)
  await pause(number % 2 === 0 ? Math.min(seconds * 1000, 5000) : IMPATIENT)
  return undefined
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
