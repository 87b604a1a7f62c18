import type { Counts, DecipherOptions } from '@runnel/decipher'
import { type AgainMeans, type OtherMeans, otherCiphers } from '@runnel/decipher/again'
import { loadIdentifier } from '@runnel/decipher/identify'
import { identify } from '@runnel/models/identify'

/** The ciphers that are tried at the end of a text that was not read, where there are means of weighing them. */
export const openAgain = async ({
  model,
  counts,
}: Pick<DecipherOptions, 'model' | 'counts'>): Promise<AgainMeans | undefined> => {
  if (!model || !counts) return undefined
  const identifier = await loadIdentifier(identify)
  return otherCiphers({ model, counts: counts as Counts, identifier } satisfies OtherMeans)
}
