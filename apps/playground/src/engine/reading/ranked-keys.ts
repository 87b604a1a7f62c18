import type { NamedKey, RankedKey } from '../key.ts'
import { NEGLIGIBLE, PREVIEW } from './constants.ts'
import { type CipherOf, readsAlike, readWith } from './read-with.ts'

/** The text of keys that are ranked, how many of them are told, and the probability that none is right. */
export interface RankedText {
  readonly unknown: number
  readonly most: number
  readonly text: string
  readonly cipherOf: CipherOf
}

/** The most probable keys, and the text as each reads it at its beginning and at its end. */
export const rankedKeys = (
  keys: readonly { readonly named: NamedKey; readonly weight: number }[],
  { unknown, most, text, cipherOf }: RankedText,
): RankedKey[] => {
  const none = { named: { cipher: 'unknown', key: {} }, weight: unknown }
  const [beginning, end] = [text.slice(0, PREVIEW), text.slice(-PREVIEW)]
  return [...keys, none]
    .filter(({ weight }) => weight > NEGLIGIBLE)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ named: { cipher, key }, weight }) => ({
      cipher,
      key,
      probability: weight,
      text: readWith({ cipher, key }, beginning, cipherOf),
      ...(readsAlike({ cipher }, cipherOf) && { here: readWith({ cipher, key }, end, cipherOf) }),
    }))
}
