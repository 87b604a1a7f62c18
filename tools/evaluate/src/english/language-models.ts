import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { catalog, findModel } from '@runnel/models'
import { recipes } from '@runnel/models/recipes'
import { decodeModel, encodeModel, type ModelDefinition, quantiseModel, taskOf } from '@runnel/rnn-model'

/** A language model in one form of weights. */
export interface LanguageModel {
  name: string
  definition: ModelDefinition
  weights: 'float32' | '8-bit'
  /** Bytes of its file. */
  size: number
  /** Seed of its recipe, if it has one. */
  seed: string
}

/**
 * The language models that ship, and before they were rounded where they were trained here (`.cache/train`); then
 * those in the files given: as they are, and with 8-bit weights if they have float32.
 *
 * @throws InvalidOptionError when a file holds a net with another task
 */
export const languageModels = async (files: readonly string[]): Promise<LanguageModel[]> => {
  const shipped = await Promise.all(
    Object.keys(catalog).map(async (name) => {
      const bytes = Buffer.from((await findModel(name)).base64, 'base64')
      return { name, bytes, definition: await decodeModel(bytes), seed: recipes()[name]?.options.seed }
    }),
  )
  const given = await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file)
      const definition = await decodeModel(bytes)
      taskOf(definition.config, 'language')
      return { name: path.basename(file), bytes, definition, seed: undefined }
    }),
  )
  const languages = shipped.filter(({ definition }) => definition.config.task.kind === 'language')
  const models = await Promise.all([...languages, ...given].map(inBothForms))
  return [...models.flat(), ...(await Promise.all(languages.map(beforeRounding))).flat()]
}

/** The net that a model was before its weights were rounded, if it was trained here. */
const beforeRounding = async ({ name, seed }: ModelFile): Promise<LanguageModel[]> => {
  const file = `.cache/train/${name}/${name}.float32.runnel`
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const definition = await decodeModel(bytes)
  return [
    {
      name: `${name}, before rounding`,
      definition,
      weights: 'float32',
      size: bytes.length,
      seed: String(seed),
    },
  ]
}

interface ModelFile {
  name: string
  bytes: Uint8Array
  definition: ModelDefinition
  seed: number | undefined
}

const inBothForms = async ({ name, bytes, definition, seed }: ModelFile): Promise<LanguageModel[]> => {
  const common = { name, seed: String(seed ?? '') }
  const isQuantised = Object.values(definition.weights).some(({ quantised }) => quantised)
  if (isQuantised) return [{ ...common, definition, weights: '8-bit', size: bytes.length }]
  const quantised = quantiseModel(definition)
  return [
    { ...common, definition, weights: 'float32', size: bytes.length },
    { ...common, definition: quantised, weights: '8-bit', size: (await encodeModel(quantised)).length },
  ]
}
