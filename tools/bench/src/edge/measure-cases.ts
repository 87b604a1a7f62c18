import path from 'node:path'
import { type CipherChoice, createDecipherer, loadCounts, type WatchMode } from '@runnel/decipher'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { type Rate, summarise } from '../statistics.ts'
import type { Case } from './cases.ts'
import { bundleService, type Deployment } from './deployment.ts'
import { type RunningWorker, startWorker } from './start-worker.ts'

/** Cost of a case in three places: over HTTP, inside workerd without HTTP, and in Node. */
export interface Costs {
  case: Case
  /** Characters in a round. */
  characters: number
  http: Cost
  workerd: Cost
  node: Cost
  /** Over HTTP by another service, where there is one. */
  other?: Cost | undefined
}

/** Milliseconds of a round. */
export interface Cost {
  cpu: Rate
  wall: Rate
}

/** Runs a case once. */
type Way = (one: Case) => Promise<void>

const repeated = (texts: readonly string[], times: number): string[] =>
  Array.from({ length: times }, () => texts).flat()

const overHttp =
  ({ url }: RunningWorker): Way =>
  async ({ query, texts, times }) => {
    for (const text of repeated(texts, times)) {
      const body = new TextEncoder().encode(text)
      const answer = await fetch(`${url}/v1/decipher?${query}`, { method: 'POST', body })
      const { length } = await answer.text()
      if (length !== text.length) throw new Error(`${length} characters came back of ${text.length}`)
    }
  }

const options = (query: string) => {
  const { cipher, key, watch } = Object.fromEntries(new URLSearchParams(query))
  return { cipher: cipher as CipherChoice | undefined, key, watch: watch as WatchMode | undefined }
}

const inWorkerd =
  ({ url }: RunningWorker): Way =>
  async ({ query, texts, times }) => {
    const body = JSON.stringify({ texts, times, options: options(query) })
    const answer = await fetch(url, { method: 'POST', body })
    if (!answer.ok) throw new Error(await answer.text())
    await answer.json()
  }

const inNode = async (): Promise<Way> => {
  const model = await loadModel(await findModel('english'))
  const counts = await loadCounts(await findCounts('english'))
  return async ({ query, texts, times }) => {
    const { createSession } = createDecipherer({ ...options(query), model, counts })
    for (const text of repeated(texts, times)) {
      const bytes = new TextEncoder().encode(text)
      const session = createSession()
      for (let start = 0; start < bytes.length; start += 4096)
        session.push(bytes.subarray(start, start + 4096))
      session.flush()
      session.free()
    }
  }
}

/** Measures every case over HTTP, in workerd without HTTP, and in Node, by turns in one run; over HTTP by `beside` as well. */
export const measureCases = async (
  all: readonly Case[],
  rounds: number,
  beside?: Deployment,
): Promise<Costs[]> => {
  const service = await startWorker(bundleService(), true)
  const bare = await startWorker(bundleService(path.join(import.meta.dirname, 'wrangler.jsonc')), false)
  const other = beside && (await startWorker(beside, true))
  try {
    const ways: [Way, () => number][] = [
      [overHttp(service), service.cpu],
      [inWorkerd(bare), bare.cpu],
      [await inNode(), () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000],
    ]
    if (other) ways.push([overHttp(other), other.cpu])
    const costs: Costs[] = []
    for (const one of all) {
      console.error(`${one.name} …`)
      const found = ways.map(() => ({ cpu: [] as number[], wall: [] as number[] }))
      // One round more than counted: the first warms up.
      for (let round = -1; round < rounds; round++) {
        for (const [index, [way, cpu]] of ways.entries()) {
          const [before, started] = [cpu(), performance.now()]
          await way(one)
          const [wall, used] = [performance.now() - started, cpu() - before]
          if (round < 0) continue
          found[index].cpu.push(used)
          found[index].wall.push(wall)
        }
      }
      const [http, workerd, node, before] = found.map(({ cpu, wall }) => ({
        cpu: summarise(cpu),
        wall: summarise(wall),
      }))
      costs.push({
        case: one,
        characters: repeated(one.texts, one.times).join('').length,
        http,
        workerd,
        node,
        other: before,
      })
    }
    return costs
  } finally {
    await Promise.all([service, bare, other].map((worker) => worker?.stop()))
  }
}
