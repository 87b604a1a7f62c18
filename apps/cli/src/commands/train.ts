import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createUtf8Decoder, InvalidOptionError } from '@runnel/core'
import { type Recipe, recipes } from '@runnel/models/recipes'
import { encodeModel } from '@runnel/rnn-model'
import type { TrainResult } from '@runnel/rnn-model/train'
import type { ConsoleStreams } from '../console-streams.ts'
import { readInput } from '../input.ts'
import { startTensorflow } from '../tensorflow.ts'
import { textFiles } from '../text-files.ts'
import { createTrainingBar } from '../training-bar.ts'

/** Options of `runnel train`. */
export interface TrainCommandOptions {
  corpus: string[]
  validation?: string[]
  out?: string
  seed?: number
  epochs?: number
}

/**
 * Trains a model from its recipe and writes it to a folder: `NAME.runnel`, the same net in the Keras/tfjs
 * layout (`model.json`, `weights.bin`), and `training.json` with the recipe and what each epoch gave.
 */
export const train = async (
  name: string,
  options: TrainCommandOptions,
  streams: ConsoleStreams,
): Promise<TrainResult> => {
  const recipe = findRecipe(name, options)
  const text = await readText(options.corpus, streams)
  const validation = options.validation ? await readText(options.validation, streams) : text
  const { trainTransducer } = await startTensorflow()
  const bar = createTrainingBar(recipe.epochs, streams.stderr)
  const result = await trainTransducer(recipe.config, text, validation, {
    ...recipe,
    signal: streams.signal,
    onProgress: bar.update,
  }).finally(bar.stop)
  const folder = options.out ?? name
  await save(folder, recipe, result)
  const last = result.history.at(-1)
  streams.stderr.write(
    `${result.stopped ? 'stopped; kept the best so far' : 'done'} after ${result.seconds.toFixed(0)} s: ` +
      `validation accuracy ${(100 * (last?.validationAccuracy ?? 0)).toFixed(3)} %, written to ${folder}\n`,
  )
  return result
}

const findRecipe = (name: string, { seed, epochs }: TrainCommandOptions): Recipe => {
  const known = recipes()
  if (!Object.hasOwn(known, name)) {
    throw new InvalidOptionError('model', name, `one of ${Object.keys(known).join(', ')}`)
  }
  return { ...known[name], ...(seed !== undefined && { seed }), ...(epochs !== undefined && { epochs }) }
}

const readText = async (files: readonly string[], { stdin }: ConsoleStreams): Promise<string> => {
  const utf8 = createUtf8Decoder()
  const parts: string[] = []
  for await (const chunk of readInput(textFiles(files), stdin)) parts.push(utf8.push(chunk))
  parts.push(utf8.flush())
  return parts.join('')
}

const save = async (folder: string, recipe: Recipe, result: TrainResult): Promise<void> => {
  const { toKerasFiles } = await import('@runnel/rnn-model/tfjs')
  const { definition, ...training } = result
  const keras = await toKerasFiles(definition, { length: recipe.length })
  await mkdir(folder, { recursive: true })
  const put = (file: string, content: string | Uint8Array) => writeFile(path.join(folder, file), content)
  await put(`${recipe.config.name}.runnel`, await encodeModel(definition))
  await put('model.json', keras.json)
  await put('weights.bin', keras.weights)
  await put('training.json', `${JSON.stringify({ recipe, ...training }, null, 2)}\n`)
}
