import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createRandom } from '@runnel/core'
import type { Progress } from '@runnel/example-bulk-worker/progress'
import { bundleWorker } from '../bundle-worker.ts'
import { type RunningWorkerd, runWorkerd } from '../run-workerd.ts'
import { bulkLines, bulkMessages } from './bulk-messages.ts'
import { checkResults, type ResultFindings } from './check-results.ts'

/** Size of a job, and what is done to it. */
export interface BulkOptions {
  messages: number
  kills: number
  seed: number
  /** Seconds after which parts are sent again that nobody confirms. */
  patience?: number
}

/** Calls on the way. */
export interface BulkHooks {
  /** Called whenever workerd has started. */
  started?(): void
  /** Told how many messages are done. */
  progressed?(messages: number): void
}

/** Findings of a job that was carried through. */
export interface BulkFindings extends ResultFindings {
  progress: Progress
  /** Parts that were done at each kill. */
  killedAt: number[]
  milliseconds: number
  /** Milliseconds of CPU that all workerds took. */
  cpu: number
  said: string[]
}

const folder = path.join(import.meta.dirname, '../../../../examples/bulk-worker')

/** Messages of an object of the input at the most; small jobs have eight objects too. */
const OBJECT = 10_000
const OBJECTS = 8
/** Milliseconds between two looks at the progress. */
const LOOK = 50

/**
 * Has a bucket of messages deciphered, kills workerd on the way, and compares what comes out with what went in. When it is
 * killed follows from the seed and the progress.
 *
 * @throws DOMException when it is stopped
 */
export const runBulk = async (
  { messages: count, kills, seed, patience = 10 }: BulkOptions,
  signal: AbortSignal,
  { started, progressed }: BulkHooks,
): Promise<BulkFindings> => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'runnel-bulk-'))
  const random = createRandom(seed)
  const messages = bulkMessages(count, seed)
  const bundled = await bundleWorker(folder, path.join(scratch, 'bundle'))
  const worker = { ...bundled, bindings: { ...bundled.bindings, PATIENCE: patience } }
  const start = async () => {
    const running = await runWorkerd(worker, path.join(scratch, 'state'))
    started?.()
    return running
  }
  let workerd: RunningWorkerd = await start()
  let cpu = 0
  const said: string[] = []
  const killedAt: number[] = []
  try {
    const bucket = await workerd.bucket('BUCKET')
    const size = Math.min(OBJECT, Math.ceil(count / OBJECTS))
    for (let i = 0; i < count; i += size) {
      await bucket.put(`in/${i}.ndjson`, bulkLines(messages.slice(i, i + size)))
    }
    const began = performance.now()
    let progress = await ask(workerd, 'PUT', '?input=in/')
    // Spread over the job, each at a place of its own.
    const places = Array.from({ length: kills }, (_, kill) => (kill + random.integer(1000) / 1000) / kills)
    while (progress.state !== 'done') {
      signal.throwIfAborted()
      await setTimeout(LOOK)
      progress = await ask(workerd, 'GET')
      progressed?.(progress.tally.messages)
      const { all, done, isListed } = progress.parts
      const [place] = places
      if (place === undefined || !isListed || done < place * all || done === all) continue
      places.shift()
      killedAt.push(done)
      cpu += workerd.cpuTime()
      said.push(...workerd.said)
      await workerd.kill()
      workerd = await start()
    }
    const milliseconds = performance.now() - began
    cpu += workerd.cpuTime()
    const found = await checkResults(workerd, progress.results, messages)
    return { ...found, progress, killedAt, milliseconds, cpu, said: [...said, ...workerd.said] }
  } finally {
    await workerd.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

const ask = async ({ url }: RunningWorkerd, method: string, query = ''): Promise<Progress> => {
  const answer = await fetch(new URL(`/v1/bulk/load${query}`, url), { method })
  if (!answer.ok) throw new Error(`${method} /v1/bulk/load: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Progress
}
