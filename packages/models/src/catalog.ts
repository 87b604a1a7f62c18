import { InvalidOptionError } from '@runnel/core'
import type { EmbeddedModel } from '@runnel/rnn-model'

/** Loads each model that ships, by name; only what is asked for is read. */
export const catalog: { readonly [name: string]: () => Promise<EmbeddedModel> } = {
  'caesar-3': async () => (await import('./caesar-3.weights.ts')).caesar3,
  'caesar-3-scalar': async () => (await import('./caesar-3-scalar.weights.ts')).caesar3Scalar,
  'caesar-3-encipher': async () => (await import('./caesar-3-encipher.weights.ts')).caesar3Encipher,
  'caesar-3-encipher-scalar': async () =>
    (await import('./caesar-3-encipher-scalar.weights.ts')).caesar3EncipherScalar,
  english: async () => (await import('./english.weights.ts')).english,
  'shift-any': async () => (await import('./shift-any.weights.ts')).shiftAny,
}

/**
 * The model with that name, for `loadModel`.
 *
 * @throws InvalidOptionError when none ships under it; the message lists the names
 * @example
 * import { findModel } from '@runnel/models'
 * import { loadModel } from '@runnel/rnn-model'
 * const model = await loadModel(await findModel('caesar-3'))
 */
export const findModel = async (name: string): Promise<EmbeddedModel> => {
  if (!Object.hasOwn(catalog, name)) {
    throw new InvalidOptionError('model', name, `one of ${Object.keys(catalog).join(', ')}`)
  }
  return catalog[name]()
}
