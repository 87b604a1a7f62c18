import { InvalidOptionError } from '@runnel/core'
import type { SavedShard } from '../shard.ts'
import type { Held } from './held.ts'
import type { ThreadReport, ThreadTask } from './run-shards.ts'
import { workerThreads } from './worker-threads.ts'

/**
 * Runs a training task on threads until its last step, or the one after which it was asked to stop.
 *
 * @param onStep called after each step
 * @param onHeld called when all threads have told what they hold; the next is not called before it is done
 * @throws whatever a thread threw; the others are ended
 */
export const startThreads = async (
  task: Omit<ThreadTask, 'threads' | 'own'>,
  count: number,
  onStep: (report: Extract<ThreadReport, { kind: 'step' }>) => void,
  onHeld: (held: Held) => Promise<void>,
): Promise<void> => {
  const { shards } = task.options
  if (!(Number.isSafeInteger(count) && count > 0)) {
    throw new InvalidOptionError('threads', count, 'a positive integer')
  }
  const threads = Math.min(count, shards)
  const { Worker } = workerThreads()
  const url = new URL(import.meta.resolve('#training-thread'))
  let done = Promise.resolve()
  let failed: (error: unknown) => void = () => {}
  const failure = new Promise<never>((_, reject) => {
    failed = reject
  })
  const collected = new Map<number, { weights?: Held['weights']; shards: SavedShard[]; count: number }>()

  const receive = (report: ThreadReport): void => {
    if (report.kind === 'step') {
      onStep(report)
      return
    }
    const { step, stopped } = report
    const parts = collected.get(step) ?? { shards: [], count: 0 }
    collected.set(step, parts)
    if (report.weights) parts.weights = report.weights
    for (const [index, shard] of report.shards) {
      parts.shards[index] = shard
      parts.count++
    }
    if (parts.count < shards || !parts.weights) return
    collected.delete(step)
    const held = { step, stopped, weights: parts.weights, shards: parts.shards }
    done = done.then(() => onHeld(held))
    done.catch(failed)
  }
  const workers = Array.from({ length: threads }, (_, thread) => {
    const own = Array.from({ length: shards }, (_, index) => index).filter(
      (index) => index % threads === thread,
    )
    return new Worker(url, { workerData: { ...task, threads, own } satisfies ThreadTask })
  })
  const exits = workers.map(
    (worker) =>
      new Promise<void>((resolve) => {
        worker.on('message', receive)
        worker.on('error', failed)
        worker.on('exit', resolve)
      }),
  )
  try {
    await Promise.race([Promise.all(exits), failure])
    await done
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
