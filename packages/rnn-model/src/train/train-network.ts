import type { ModelConfig } from '../config.ts'
import { tokenizerOf } from '../tokenizer-of.ts'
import { parameterPlaces, readParameters } from './backprop/parameters.ts'
import { type Checkpoint, checkCheckpoint } from './checkpoint.ts'
import { initialWeights } from './initial-weights.ts'
import type { NetworkOptions } from './network-options.ts'
import type { Held } from './parallel/held.ts'
import type { ThreadReport } from './parallel/run-shards.ts'
import { createSharedMemory, requestStop } from './parallel/shared-run.ts'
import { startThreads } from './parallel/start-threads.ts'
import type { TrainProgress, TrainResult } from './progress.ts'
import { RunHistory } from './run-history.ts'
import { createValidation } from './validation.ts'

/** Ways to watch and end a training run. Nothing here changes the weights. */
export interface NetworkRun {
  /** Threads that share the work; at most, and by default, one for each shard. */
  threads?: number
  signal?: AbortSignal | undefined
  /** Called after each step. */
  onProgress?: (progress: TrainProgress) => void
  /** Called after each epoch, and at the step after which `signal` ended the run. */
  onCheckpoint?: (checkpoint: Checkpoint) => void | Promise<void>
  /** Checkpoint of an earlier run of the same net, options and text. */
  checkpoint?: Checkpoint | undefined
}

/**
 * Trains a net of one recurrent layer with the kernels: truncated back-propagation through time, the states
 * carried from window to window; Adam. The same options and text give the same weights, bit for bit, whatever
 * the number of threads and however often the run is ended and gone on with.
 *
 * @param text plaintext to train on
 * @param validation plaintext from another source, which picks the best epoch
 * @param now clock in milliseconds, for the rate
 * @throws InvalidOptionError for a net or options that the kernels do not know; RangeError when it diverges
 * @see docs/training.md, where every option is explained
 */
export const trainNetwork = async (
  config: ModelConfig,
  text: string,
  validation: string,
  options: NetworkOptions,
  run: NetworkRun = {},
  now: () => number = () => performance.now(),
): Promise<TrainResult> => {
  const { encode } = tokenizerOf(config)
  const ids = shared(encode(text))
  const { checkpoint, signal, onProgress, onCheckpoint } = run
  if (checkpoint) checkCheckpoint(checkpoint, config, options, ids.length)
  const validate = await createValidation(config, Uint8Array.from(encode(validation)), options)
  const initial = initialWeights(config, options.seed)
  const memory = createSharedMemory(options.shards, parameterPlaces(config).count)
  const { epochs, stepsPerEpoch, batchSize, length } = options
  const steps = epochs * stepsPerEpoch
  const history = new RunHistory(stepsPerEpoch, checkpoint)
  let stopped = false
  let step = checkpoint?.step ?? 0
  const firstStep = step
  const started = now()
  const seconds = () => (checkpoint?.seconds ?? 0) + (now() - started) / 1000

  const advance = (report: Extract<ThreadReport, { kind: 'step' }>): void => {
    step = report.step
    history.add(report)
    onProgress?.(progressOf(report, options, (now() - started) / 1000 / (step - firstStep)))
  }
  const hold = async ({ weights, shards, ...held }: Held): Promise<void> => {
    stopped = held.stopped && held.step < steps
    const reached = weights.averaged ?? weights.weights
    if (held.step % stepsPerEpoch === 0) {
      history.endEpoch(held.step, reached, validate(reached))
    }
    await onCheckpoint?.({
      ...weights,
      config,
      options,
      symbols: ids.length,
      step: held.step,
      seconds: seconds(),
      history: [...history.epochs],
      sum: history.totalsAt(held.step),
      best: history.best ?? reached,
      shards,
    })
  }
  const stop = () => requestStop(memory)
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()
  try {
    const task = { definition: initial, ids, options, memory, step, ...(checkpoint && { saved: checkpoint }) }
    if (step < steps) await startThreads(task, run.threads ?? options.shards, advance, hold)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  return {
    definition: history.best ? readParameters(config, history.best) : initial,
    history: history.epochs,
    stopped,
    characters: step * batchSize * length,
    seconds: seconds(),
  }
}

/** Progress after a step, when one has taken `secondsOfStep` on the mean. */
const progressOf = (
  { step, loss, right, weight }: Extract<ThreadReport, { kind: 'step' }>,
  { epochs, stepsPerEpoch, batchSize, length }: NetworkOptions,
  secondsOfStep: number,
): TrainProgress => ({
  epoch: Math.ceil(step / stepsPerEpoch),
  step,
  steps: epochs * stepsPerEpoch,
  loss: loss / weight,
  accuracy: right / weight,
  charactersPerSecond: (batchSize * length) / secondsOfStep,
  secondsLeft: (epochs * stepsPerEpoch - step) * secondsOfStep,
})

/** The text as bytes that all threads see. */
const shared = (ids: Uint16Array): Uint8Array => {
  const bytes = new Uint8Array(new SharedArrayBuffer(ids.length))
  bytes.set(ids)
  return bytes
}
