import { InvalidOptionError } from '@runnel/core'
import { catalog, findModel } from '@runnel/models'
import { loadModel, type RnnModel } from '@runnel/rnn-model'
import { type ModelShelf, readFromShelf } from './model-shelf.ts'

/** Loads a model by name, from what ships or from a deployment's shelf. */
export type ModelLoader = (name: string, shelf?: ModelShelf) => Promise<RnnModel>

/** Further models that an isolate keeps: each takes its file's size several times over, of 128 MB. */
const KEPT = 4

/** Names of the models that may be asked for. */
export const modelNames = (shelf?: ModelShelf): string[] => [
  ...new Set([...Object.keys(catalog), ...Object.keys(shelf?.sha256 ?? {})]),
]

/**
 * Loads models by name, each once: an isolate serves many requests, and a model is frozen. Those that ship are kept
 * for good, of further ones the last few.
 *
 * @throws InvalidOptionError when there is none under that name
 * @throws ModelUnavailableError when the shelf does not give it, or gives another
 */
export const createModelLoader = (): ModelLoader => {
  const shipped = new Map<string, RnnModel>()
  const further = new Map<string, RnnModel>()
  return async (name, shelf) => {
    if (Object.hasOwn(catalog, name)) {
      const model = shipped.get(name) ?? (await loadModel(await findModel(name)))
      shipped.set(name, model)
      return model
    }
    if (!shelf || !Object.hasOwn(shelf.sha256, name)) {
      throw new InvalidOptionError('model', name, `one of ${modelNames(shelf).join(', ')}`)
    }
    // A file that is replaced comes with another digest.
    const version = `${name} ${shelf.sha256[name]}`
    const model = further.get(version) ?? (await readFromShelf(name, shelf))
    further.delete(version)
    further.set(version, model)
    for (const [oldest] of further) {
      if (further.size > KEPT) further.delete(oldest)
    }
    return model
  }
}
