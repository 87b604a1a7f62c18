import { createDecipherer, type Decipherer } from '@runnel/decipher'
import type { RnnModel } from '@runnel/rnn-model'
import { createCountsLoader } from './counts-loader.ts'
import { type DecipherQuery, decipherOptions } from './decipher-query.ts'
import { decodingOf } from './decoding-of.ts'

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
export const shareDecipherers = (countsOf = createCountsLoader()) => {
  const shared = new Map<string, Decipherer>()
  return async (query: DecipherQuery, load: LoadModel): Promise<Decipherer> => {
    const { key } = query
    const rest = decipherOptions(query)
    const encoding = query.encoding === undefined ? undefined : decodingOf(query.encoding)
    if (key !== undefined) return createDecipherer({ ...rest, key, encoding })
    const [model, counts] = await Promise.all([load(query.model), countsOf(query.model)])
    // Not the model's name: its file may be replaced.
    const name = JSON.stringify([model.id, counts?.id, rest, query.encoding])
    const decipherer = shared.get(name) ?? createDecipherer({ ...rest, model, counts, encoding })
    // The one that was used last comes last.
    shared.delete(name)
    shared.set(name, decipherer)
    for (const oldest of shared.keys()) if (shared.size > MOST) shared.delete(oldest)
    return decipherer
  }
}
