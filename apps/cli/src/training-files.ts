import path from 'node:path'
import { lineChart } from '@runnel/lab'
import type { Recipe } from '@runnel/models/recipes'
import { encodeModel, quantiseModel } from '@runnel/rnn-model'
import type { TrainResult } from '@runnel/rnn-model/train'
import { writeWhole } from './write-whole.ts'

/** Identity of a text: its length in UTF-16 units, and a hash. */
export interface TextRecord {
  characters: number
  sha256: string
}

/** Everything there is to say about a training run. `training.json` holds it, but for the net. */
export interface TrainingRecord extends TrainResult {
  recipe: Recipe
  text: TextRecord
  validation: TextRecord
}

/** Writes what a training run gave to a folder. @throws UnwritableFileError */
export const writeTraining = async (
  folder: string,
  { definition, ...training }: TrainingRecord,
): Promise<void> => {
  const { recipe } = training
  const put = (file: string, content: string | Uint8Array) => writeWhole(path.join(folder, file), content)
  const { name } = recipe.config
  const isRounded = recipe.trainer === 'kernels' && recipe.quantise
  await put(`${name}.runnel`, await encodeModel(isRounded ? quantiseModel(definition) : definition))
  if (isRounded) await put(`${name}.float32.runnel`, await encodeModel(definition))
  await put('training.json', `${JSON.stringify(training, null, 2)}\n`)
  await put('training.svg', trainingCurve(name, training))
  if (recipe.trainer === 'tensorflow') {
    const { toKerasFiles } = await import('@runnel/rnn-model/tfjs')
    const keras = await toKerasFiles(definition, { length: recipe.options.length })
    await put('model.json', keras.json)
    await put('weights.bin', keras.weights)
  }
}

const trainingCurve = (name: string, { history, characters }: Omit<TrainResult, 'definition'>): string => {
  const curve = (label: string, nats: (epoch: TrainResult['history'][number]) => number) => ({
    label,
    points: history.map((epoch) => ({
      x: (epoch.epoch / history.length) * characters,
      y: nats(epoch) / Math.LN2,
    })),
  })
  return lineChart({
    title: `Training of ${name}`,
    x: { label: 'characters read' },
    y: { label: 'bits a character' },
    series: [
      curve('training', ({ loss }) => loss),
      curve('validation', ({ validationLoss }) => validationLoss),
    ],
  })
}
