import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { InvalidOptionError } from '@runnel/core'
import { type Recipe, recipes } from '@runnel/models/recipes'
import type { TrainResult } from '@runnel/rnn-model/train'
import { checkpointIn } from '../checkpoint-file.ts'
import type { ConsoleStreams } from '../console-streams.ts'
import { readText } from '../read-text.ts'
import { createTrainingBar } from '../training-bar.ts'
import { type TextRecord, writeTraining } from '../training-files.ts'
import { trainWithKernels } from './train-with-kernels.ts'
import { trainWithTensorflow } from './train-with-tensorflow.ts'
import type { TrainCommandOptions, TrainingJob } from './training-job.ts'

/**
 * Trains a model from its recipe and writes it to a folder: `NAME.runnel`, `training.json` with the recipe and what
 * each epoch gave, `training.svg` with the same as a curve, and for nets that TensorFlow.js knows the Keras layout.
 */
export const train = async (
  name: string,
  options: TrainCommandOptions,
  streams: ConsoleStreams,
): Promise<TrainResult> => {
  const recipe = findRecipe(name, options)
  const text = await readText(options.corpus, streams)
  const validation = options.validation ? await readText(options.validation, streams) : text
  const folder = options.out ?? name
  const bar = createTrainingBar(recipe.options.epochs, streams.stderr)
  const job: TrainingJob = { text, validation, folder, streams, options, onProgress: bar.update }
  const result = await (recipe.trainer === 'kernels'
    ? trainWithKernels(recipe, job)
    : trainWithTensorflow(recipe, job)
  ).finally(bar.stop)
  await writeTraining(folder, {
    recipe,
    text: describeText(text),
    validation: describeText(validation),
    ...result,
  })
  // Only now: a run whose results could not be written goes on from its last step.
  if (recipe.trainer === 'kernels' && !result.stopped) await rm(checkpointIn(folder), { force: true })
  const last = result.history.at(-1)
  streams.stderr.write(
    `${result.stopped ? 'stopped; kept the best so far' : 'done'} after ${result.seconds.toFixed(0)} s: ` +
      `validation accuracy ${(100 * (last?.validationAccuracy ?? 0)).toFixed(3)} %, written to ${folder}\n`,
  )
  return result
}

/** The recipe of a name, with what the options change. @throws InvalidOptionError for a name that none has */
export const findRecipe = (name: string, { seed, epochs, steps }: Partial<TrainCommandOptions>): Recipe => {
  const known = recipes()
  if (!Object.hasOwn(known, name)) {
    throw new InvalidOptionError('model', name, `one of ${Object.keys(known).join(', ')}`)
  }
  const recipe = known[name]
  const changed = {
    ...(seed !== undefined && { seed }),
    ...(epochs !== undefined && { epochs }),
    ...(steps !== undefined && { stepsPerEpoch: steps }),
  }
  return { ...recipe, options: { ...recipe.options, ...changed } } as Recipe
}

/** Length and hash, by which records know a text. */
const describeText = (text: string): TextRecord => ({
  characters: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
})
