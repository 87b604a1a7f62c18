import { type Counts, loadCounts } from '@runnel/decipher'
import { loadWords, type WordList } from '@runnel/decipher/ciphers'
import { ModelUnavailableError } from './model-shelf.ts'

/** Loads counts from a deployment's static assets. @throws ModelUnavailableError */
export const assetCounts = (assets: Fetcher | undefined, name: string): Promise<Counts> =>
  loadAsset(assets, `${name}.counts`, loadCounts)

/** Loads a list of words from them. @throws ModelUnavailableError */
export const assetWords = (assets: Fetcher | undefined, name: string): Promise<WordList> =>
  loadAsset(assets, `${name}.words`, loadWords)

const loadAsset = async <Loaded>(
  assets: Fetcher | undefined,
  file: string,
  load: (bytes: ArrayBuffer) => Promise<Loaded>,
): Promise<Loaded> => {
  try {
    const response = await assets?.fetch(`https://assets.internal/models/${file}`)
    if (!response?.ok) throw new Error(`the assets have no ${file}`)
    return await load(await response.arrayBuffer())
  } catch (cause) {
    throw new ModelUnavailableError(file.slice(0, file.indexOf('.')), cause)
  }
}
