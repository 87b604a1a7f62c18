import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { bundleWorker } from '../bundle-worker.ts'
import type { LoadOptions } from '../options.ts'
import { type RunningWorkerd, runWorkerd } from '../run-workerd.ts'
import { quantile } from '../statistics.ts'
import { untilTime } from '../until-time.ts'
import { caseName, cases, type WorkCase } from './cases.ts'
import { texts } from './texts.ts'

/** Balance and rate of a client: what it was charged is the seconds for which it owes work. */
const CEILINGS = { clientWork: 1, clientWorkRate: 1 }

/** Milliseconds after which a text is given up. */
const PATIENCE = 60_000

/** A request that costs next to nothing, and how many tell what one costs that reads nothing. */
const EMPTY = '/v1/encipher?cipher=caesar&key=3'
const LOOKS = 15

/** A text, one way to send it, and what that cost. */
export interface WorkFinding {
  name: string
  text: string
  status: number
  /** Milliseconds of CPU of workerd, beyond those of a request that reads nothing. */
  cpu: number
  /** Steps that the client was charged. */
  charged: number
}

/** End of a run before its time, and who hears of its course. */
export interface WorkWatch {
  signal: AbortSignal
  started(): void
  progressed(done: number): void
}

/** Texts that are sent in all. */
export const textsInAll = (): number => cases.length * Object.keys(texts).length

/** Has the service read every kind of text in every way, one after another, each of a client of its own. */
export const measureWork = async (
  { storage }: Pick<LoadOptions, 'storage'>,
  { signal, started, progressed }: WorkWatch,
  { ways = cases, kinds = texts }: { ways?: typeof cases; kinds?: typeof texts } = {},
): Promise<WorkFinding[]> => {
  const scratch = mkdtempSync(path.join(storage, 'runnel-load-'))
  const folder = path.join(import.meta.dirname, '../../../../apps/edge-worker')
  const worker = await bundleWorker(folder, path.join(scratch, 'bundle'))
  const bindings = { ...worker.bindings, CEILINGS }
  const workerd = await runWorkerd({ ...worker, bindings }, path.join(scratch, 'state'))
  started()
  const send = createSender(workerd)
  const findings: WorkFinding[] = []
  try {
    for (const way of ways) {
      // Loading tables and compiling are nobody's work.
      await send(way, 'Wkh pruqlqj zdv frog', signal)
      const empty = []
      for (let i = 0; i < LOOKS; i++) empty.push((await send(way, '', signal)).cpu)
      const least = quantile(empty, 0.5)
      for (const [text, make] of Object.entries(kinds)) {
        const sent = await send(way, make(), signal)
        findings.push({ name: caseName(way), text, ...sent, cpu: Math.max(0, sent.cpu - least) })
        progressed(findings.length)
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await workerd.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
  return findings
}

/** Makes what sends a text as a client of its own, and asks what it was charged. */
const createSender = (workerd: RunningWorkerd) => {
  let clients = 0
  return async ({ path, query }: WorkCase, text: string, signal: AbortSignal) => {
    const number = clients++
    const headers = { 'cf-connecting-ip': `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}` }
    const url = new URL(path, workerd.url)
    url.search = String(new URLSearchParams(query))
    const [start, used] = [performance.now(), workerd.cpuTime()]
    const { status } = await post(url, text, {
      headers,
      signal: untilTime(PATIENCE, signal),
    })
    signal.throwIfAborted()
    const cpu = workerd.cpuTime() - used
    const { retryAfter } = await post(new URL(EMPTY, workerd.url), '', { headers, signal })
    const waited = Math.round((performance.now() - start) / 1000)
    return { status, cpu, charged: retryAfter === 0 ? 0 : retryAfter + waited }
  }
}

/** Sends over a connection of its own. @returns status 0 when it was given up */
const post = (
  url: URL,
  body: string,
  options: { headers: Record<string, string>; signal: AbortSignal },
): Promise<{ status: number; retryAfter: number }> =>
  new Promise((resolve) => {
    const givenUp = () => resolve({ status: 0, retryAfter: 0 })
    const request = http.request(url, { ...options, method: 'POST', agent: false }, (response) => {
      const { statusCode: status = 0, headers } = response
      // One that is cut off by the service was answered.
      response.on('error', () => (options.signal.aborted ? givenUp() : answered())).resume()
      const answered = () => resolve({ status, retryAfter: Number(headers['retry-after'] ?? 0) })
      response.on('end', answered)
    })
    request.on('error', givenUp).end(body)
  })
