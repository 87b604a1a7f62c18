import { startTensorflow } from '@runnel/lab/tensorflow'
import type { TensorflowRecipe } from '@runnel/models/recipes'
import type { TrainResult } from '@runnel/rnn-model/train'
import type { TrainingJob } from './training-job.ts'

/** Trains a net in Keras terms. ^C ends it at the next step; it cannot be gone on with. */
export const trainWithTensorflow = async (
  { config, options }: TensorflowRecipe,
  { text, validation, streams, onProgress }: TrainingJob,
): Promise<TrainResult> => {
  const { trainTransducer } = await startTensorflow()
  return trainTransducer(config, text, validation, { ...options, signal: streams.signal, onProgress })
}
