import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleWorker } from '../bundle-worker.ts'
import { type RunningWorkerd, runWorkerd } from '../run-workerd.ts'

/** Times of the worker and its queues, in seconds, where they differ from those of its configuration. */
export interface BulkTimes {
  /** After so long without a sign of life parts are sent again. */
  patience: number
  /** For so long parts lie in the queue, unless there are more than ten. */
  wait?: number
  /** So often a part is delivered again, so long after it failed. */
  retries?: number
  retryDelay?: number
}

/** The bulk worker, bundled once and started as often as one likes, each time on the same storage. */
export interface BulkWorker {
  start(): Promise<RunningWorkerd>
  /** Removes the bundle and the storage. */
  remove(): void
}

const folder = path.join(import.meta.dirname, '../../../../examples/bulk-worker')

/** Bundles the bulk worker; it and what it stores lie in a folder within `storage`. */
export const bundleBulkWorker = async (times: BulkTimes, storage = tmpdir()): Promise<BulkWorker> => {
  const scratch = mkdtempSync(path.join(storage, 'runnel-bulk-'))
  const bundled = await bundleWorker(folder, path.join(scratch, 'bundle'))
  const { patience, wait, retries, retryDelay } = times
  const consumerTimes = {
    ...(wait !== undefined && { maxBatchSize: 10, maxBatchTimeout: wait }),
    ...(retries !== undefined && { maxRetries: retries }),
    ...(retryDelay !== undefined && { retryDelay }),
  }
  const consumers = Object.entries(bundled.queueConsumers ?? {}) as [string, object][]
  const worker = {
    ...bundled,
    bindings: { ...bundled.bindings, PATIENCE: patience },
    // The worker itself never sends to it.
    queueProducers: { ...bundled.queueProducers, FAILED: { queueName: 'runnel-bulk-failed' } },
    queueConsumers: Object.fromEntries(
      consumers.map(([queue, consumer]) => [queue, { ...consumer, ...consumerTimes }]),
    ),
  }
  return {
    start: () => runWorkerd(worker, path.join(scratch, 'state')),
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  }
}
