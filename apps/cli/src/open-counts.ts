import { type Counts, loadCounts } from '@runnel/decipher'
import { countsCatalog, findCounts } from '@runnel/models'

/** The counts that go with a model that ships, by its name, where there are some. */
export const openCounts = async (model: string): Promise<Counts | undefined> =>
  Object.hasOwn(countsCatalog, model) ? loadCounts(await findCounts(model)) : undefined
