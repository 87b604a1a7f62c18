import { setTimeout } from 'node:timers/promises'
import { createRandom } from '@runnel/core'
import type { Progress } from '@runnel/example-bulk-worker/progress'
import { askJob } from './ask-job.ts'
import { bulkLines, bulkMessages } from './bulk-messages.ts'
import type { BulkWorker } from './bulk-worker.ts'
import { checkResults, type ResultFindings } from './check-results.ts'

/** Size of a job, and what is done to it. */
export interface BulkOptions {
  messages: number
  kills: number
  seed: number
}

/** Calls on the way, and the signal that stops it. */
export interface BulkHooks {
  signal?: AbortSignal
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
  worker: BulkWorker,
  { messages: count, kills, seed }: BulkOptions,
  { signal, started, progressed }: BulkHooks = {},
): Promise<BulkFindings> => {
  const random = createRandom(seed)
  const messages = bulkMessages(count, seed)
  const totals = { cpu: 0, said: [] as string[], killedAt: [] as number[] }
  let workerd = await worker.start()
  const ask = (method: string, query = '') => askJob({ url: workerd.url, method, job: `load${query}` })
  const restart = async () => {
    totals.cpu += workerd.cpuTime()
    totals.said.push(...workerd.said)
    await workerd.kill()
    workerd = await worker.start()
    started?.()
  }
  started?.()
  try {
    const bucket = await workerd.bucket('BUCKET')
    const size = Math.min(OBJECT, Math.ceil(count / OBJECTS))
    for (let i = 0; i < count; i += size) {
      await bucket.put(`in/${i}.ndjson`, bulkLines(messages.slice(i, i + size)))
    }
    const began = performance.now()
    let progress = await ask('PUT', '?input=in/')
    // Spread over the job, each at a place of its own.
    const places = Array.from({ length: kills }, (_, kill) => (kill + random.integer(1000) / 1000) / kills)
    while (progress.state !== 'done' || places.length > 0) {
      signal?.throwIfAborted()
      await setTimeout(LOOK)
      progress = await ask('GET')
      progressed?.(progress.tally.messages)
      const { all, done, failed, isListed } = progress.parts
      const [place] = places
      if (place === undefined || !isListed || done + failed < place * all) continue
      places.shift()
      totals.killedAt.push(done)
      await restart()
    }
    const milliseconds = performance.now() - began
    totals.cpu += workerd.cpuTime()
    const found = await checkResults(workerd, progress.results, messages)
    totals.said.push(...workerd.said)
    return { ...found, ...totals, progress, milliseconds }
  } finally {
    await workerd.stop()
  }
}
