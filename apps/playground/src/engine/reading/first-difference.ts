import type { NamedKey } from '../key.ts'
import { type CipherOf, readsAlike, readWith } from './read-with.ts'

/** The first unit of a text that two keys read otherwise; 0 where that cannot be told, or none is. */
export const firstDifference = (
  [a, b]: readonly [NamedKey, NamedKey],
  text: string,
  cipherOf: CipherOf,
): number => {
  if (!readsAlike(a, cipherOf) || !readsAlike(b, cipherOf)) return 0
  const [one, other] = [readWith(a, text, cipherOf), readWith(b, text, cipherOf)]
  let at = 0
  while (at < text.length && one[at] === other[at]) at++
  return at === text.length ? 0 : at
}
