import type { NamedKey } from '../key.ts'
import { readsAlike, readWith } from './read-with.ts'

/** The first unit of a text that two keys read otherwise; 0 where that cannot be told, or none is. */
export const firstDifference = ([a, b]: readonly [NamedKey, NamedKey], text: string): number => {
  if (!readsAlike(a) || !readsAlike(b)) return 0
  const [one, other] = [readWith(a, text), readWith(b, text)]
  let at = 0
  while (at < text.length && one[at] === other[at]) at++
  return at === text.length ? 0 : at
}
