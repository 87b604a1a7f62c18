import { type Counts, loadCounts } from '@runnel/decipher'
import { countsCatalog, findCounts } from '@runnel/models'

/** Loads the counts that go with a model, by its name; there are none for most. */
export type CountsLoader = (model: string) => Promise<Counts | undefined>

/** Loads counts, each once: an isolate serves many requests, and counts are frozen. */
export const createCountsLoader = (): CountsLoader => {
  const loaded = new Map<string, Counts>()
  return async (model) => {
    if (!Object.hasOwn(countsCatalog, model)) return undefined
    const counts = loaded.get(model) ?? (await loadCounts(await findCounts(model)))
    loaded.set(model, counts)
    return counts
  }
}
