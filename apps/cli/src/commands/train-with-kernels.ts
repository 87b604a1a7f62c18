import { availableParallelism } from 'node:os'
import type { KernelRecipe } from '@runnel/models/recipes'
import { type TrainResult, trainNetwork } from '@runnel/rnn-model/train'
import { checkpointIn, readCheckpoint, writeCheckpoint } from '../checkpoint-file.ts'
import type { TrainingJob } from './training-job.ts'

/**
 * Trains a net with the kernels. After every epoch, and when ^C ends it, a checkpoint is written to the folder;
 * the next run of the same recipe on the same text goes on from there and ends with the same weights.
 */
export const trainWithKernels = async (
  { config, options }: KernelRecipe,
  { text, validation, folder, streams, options: { threads, restart }, onProgress }: TrainingJob,
): Promise<TrainResult> => {
  const file = checkpointIn(folder)
  const checkpoint = restart ? undefined : await readCheckpoint(file)
  if (checkpoint) {
    const { step, options: had } = checkpoint
    streams.stderr.write(
      `going on after step ${step} of ${had.epochs * had.stepsPerEpoch}, from ${file} (--restart starts anew)\n`,
    )
  }
  return trainNetwork(config, text, validation, options, {
    threads: threads ?? availableParallelism(),
    signal: streams.signal,
    onProgress,
    onCheckpoint: (latest) => writeCheckpoint(file, latest),
    checkpoint,
  })
}
