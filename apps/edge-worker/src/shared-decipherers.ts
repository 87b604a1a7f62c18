import { createDecipherer, type Decipherer } from '@runnel/decipher'
import type { RnnModel } from '@runnel/rnn-model'
import { createCountsLoader } from './counts-loader.ts'
import { type DecipherQuery, decipherOptions } from './decipher-query.ts'
import { createSubstitutionLoader } from './substitution-loader.ts'

/** Loads a model by name. */
export type LoadModel = (name: string) => Promise<RnnModel>

/** Decipherers of other options than the last so many are made anew. */
const MOST = 16

/**
 * Makes decipherers, and shares them among the streams and objects of an isolate: one that weighs every key holds half
 * a megabyte and takes milliseconds to make, a session of its own only some ten kilobytes.
 *
 * @throws InvalidOptionError when the options do not fit together
 */
export const shareDecipherers = (
  countsOf = createCountsLoader(),
  substitutionFrom = createSubstitutionLoader(),
) => {
  const shared = new Map<string, Decipherer>()
  return async (query: DecipherQuery, load: LoadModel, assets?: Fetcher): Promise<Decipherer> => {
    const { key } = query
    const rest = decipherOptions(query)
    if (key !== undefined) return createDecipherer({ ...rest, key })
    const [model, counts] = await Promise.all([load(query.model), countsOf(query.model)])
    // Not the model's name: its file may be replaced.
    const name = JSON.stringify([model.id, counts?.id, rest])
    const cipher = query.cipher === 'substitution' ? await substitutionFrom(assets) : query.cipher
    const decipherer = shared.get(name) ?? createDecipherer({ ...rest, cipher, model, counts })
    // The one that was used last comes last.
    shared.delete(name)
    shared.set(name, decipherer)
    for (const oldest of shared.keys()) if (shared.size > MOST) shared.delete(oldest)
    return decipherer
  }
}
