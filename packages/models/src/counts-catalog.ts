import { InvalidOptionError } from '@runnel/core'
import type { EmbeddedModel } from '@runnel/rnn-model'

/** Loads the counts that go with a model, by the model's name; only what is asked for is read. */
export const countsCatalog: { readonly [model: string]: () => Promise<EmbeddedModel> } = {
  english: async () => (await import('./english-counts.weights.ts')).englishCounts,
}

/**
 * The counts that go with a model, for `loadCounts`.
 *
 * @throws InvalidOptionError when none ship for it; the message lists the models that have some
 * @example
 * import { loadCounts } from '@runnel/decipher'
 * import { findCounts } from '@runnel/models'
 * const counts = await loadCounts(await findCounts('english'))
 */
export const findCounts = async (model: string): Promise<EmbeddedModel> => {
  if (!Object.hasOwn(countsCatalog, model)) {
    throw new InvalidOptionError('model', model, `one of ${Object.keys(countsCatalog).join(', ')}`)
  }
  return countsCatalog[model]()
}
