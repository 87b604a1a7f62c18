import { type Counts, loadCounts } from '@runnel/decipher'
import { ModelUnavailableError } from './model-shelf.ts'

/** Loads counts from a deployment's static assets. @throws ModelUnavailableError */
export const assetCounts = async (assets: Fetcher | undefined, name: string): Promise<Counts> => {
  try {
    const response = await assets?.fetch(`https://assets.internal/models/${name}.counts`)
    if (!response?.ok) throw new Error(`the assets have no ${name}.counts`)
    return await loadCounts(await response.arrayBuffer())
  } catch (cause) {
    throw new ModelUnavailableError(name, cause)
  }
}
