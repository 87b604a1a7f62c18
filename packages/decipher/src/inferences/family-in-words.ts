import { startingKeys } from '../belief/hypothesis/hypothesis.ts'
import type { KeyFamily } from '../keys/key-family.ts'
import { crc32 } from '../saving/crc32.ts'

/** The keys of a family in a fingerprint: its name, and what tells it from others of that name. */
export const familyInWords = (family: KeyFamily): string => {
  const words = known.get(family) ?? describe(family)
  known.set(family, words)
  return words
}

/** Families whose words were asked for: to list their keys takes as long as to read some letters. */
const known = new WeakMap<KeyFamily, string>()

const describe = (family: KeyFamily): string => {
  const { alphabet, symbols, tableau, slots, phaseLength, keyOf } = family
  const starts = startingKeys(family).map(({ values, prior }) => [keyOf(values), prior])
  const parts = [alphabet.letters, symbols, tableau, slots, phaseLength, starts]
  return `${family.name} ${crc32(new TextEncoder().encode(JSON.stringify(parts))).toString(16)}`
}
