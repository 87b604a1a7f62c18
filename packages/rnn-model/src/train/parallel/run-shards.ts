import type { ModelDefinition } from '../../config.ts'
import type { NetworkOptions } from '../network-options.ts'
import { type SavedShard, type SavedWeights, Shard } from '../shard.ts'
import { type SharedMemory, SharedRun, type StepTotals } from './shared-run.ts'

/** Task of one thread. */
export interface ThreadTask {
  definition: ModelDefinition
  /** The text as ids, shared. */
  ids: Uint8Array
  options: NetworkOptions
  memory: SharedMemory
  threads: number
  /** Shards of this thread. */
  own: number[]
  /** Step to start with, and for one that goes on what all shards saved. */
  step: number
  saved?: SavedWeights & { shards: SavedShard[] }
}

/** Report of a thread: each step, from the first thread only; and what it holds, at the end of each epoch. */
export type ThreadReport =
  | ({ kind: 'step'; step: number } & StepTotals)
  | { kind: 'held'; step: number; stopped: boolean; weights?: SavedWeights; shards: [number, SavedShard][] }

/**
 * Trains the shards of one thread to the end, in step with the other threads.
 *
 * @throws RangeError when the loss is no longer a number
 */
export const runShards = async (task: ThreadTask, report: (report: ThreadReport) => void): Promise<void> => {
  const { definition, ids, options, memory, threads, own, saved } = task
  const shards = await Promise.all(
    own.map((index) =>
      Shard.create(index, definition, ids, options, saved && { ...saved, ...saved.shards[index] }),
    ),
  )
  const leads = own.includes(0)
  const run = new SharedRun(memory, { shards: options.shards, count: shards[0].net.count, threads })
  const end = options.epochs * options.stepsPerEpoch
  for (let step = task.step, stopped = false; step < end && !stopped; ) {
    own.forEach((index, i) => {
      const totals = shards[i].measure()
      run.put(step, index, shards[i].net.gradients, totals)
    })
    run.meet()
    let totals: StepTotals | undefined
    for (const shard of shards) {
      totals = run.take(step, shard.net.gradients)
      if (!Number.isFinite(totals.loss)) throw new RangeError(diverged(step))
      shard.update(step, totals.weight)
    }
    stopped = totals?.stop ?? false
    step++
    if (leads && totals) report({ kind: 'step', step, ...totals })
    if (stopped || step % options.stepsPerEpoch === 0) {
      report({
        kind: 'held',
        step,
        stopped,
        shards: own.map((index, i) => [index, shards[i].save()]),
        ...(leads && { weights: shards[0].saveWeights() }),
      })
    }
  }
}

const diverged = (step: number): string =>
  `training diverged: the loss of step ${step + 1} is not a number; lower the learning rate`
