import type { NamedKey, RankedKey } from '../key.ts'
import { NEGLIGIBLE, PREVIEW } from './constants.ts'
import { readsAlike, readWith } from './read-with.ts'

/** The most probable keys, and the text as each reads it at its beginning and at its end. */
export const rankedKeys = (
  keys: readonly { readonly named: NamedKey; readonly weight: number }[],
  { unknown, most, text }: { unknown: number; most: number; text: string },
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
      text: readWith({ cipher, key }, beginning),
      ...(readsAlike({ cipher }) && { here: readWith({ cipher, key }, end) }),
    }))
}
