import type { Counts } from '@runnel/decipher'
import type { LanguageChoice } from '@runnel/decipher/languages'
import { countsNameOf, languageVariants } from '@runnel/models'
import { assetCounts } from './asset-counts.ts'

/**
 * Loads languages by their codes from a deployment's static assets, each with the alphabets that its ciphers may move.
 *
 * @param letters those that the cipher moves, where they are known
 * @throws ModelUnavailableError
 */
export type LanguageLoader = (
  codes: readonly string[],
  assets: Fetcher | undefined,
  letters?: string,
) => Promise<LanguageChoice[]>

/** Loads each language when it is first asked for; an isolate then keeps it: a megabyte or two. */
export const createLanguageLoader = (): LanguageLoader => {
  const loaded = new Map<string, Counts>()
  const load = async (name: string, assets: Fetcher | undefined): Promise<Counts> => {
    const counts = loaded.get(name) ?? (await assetCounts(assets, name))
    loaded.set(name, counts)
    return counts
  }
  return (codes, assets, letters) =>
    Promise.all(
      languageVariants(codes, letters).map(async (variant) => ({
        ...variant,
        counts: await load(countsNameOf(variant.code, variant.alphabet?.letters ?? letters), assets),
      })),
    )
}
