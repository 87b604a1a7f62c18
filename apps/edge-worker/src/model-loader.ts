import { findModel } from '@runnel/models'
import { loadModel, type RnnModel } from '@runnel/rnn-model'

/**
 * Loads models by name, each once: an isolate serves many requests, and a model is frozen.
 *
 * @throws InvalidOptionError when no model ships under that name
 */
export const createModelLoader = (): ((name: string) => Promise<RnnModel>) => {
  const loaded = new Map<string, RnnModel>()
  return async (name) => {
    const model = loaded.get(name) ?? (await loadModel(await findModel(name)))
    loaded.set(name, model)
    return model
  }
}
