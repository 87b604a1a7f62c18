import type { NamedKey } from '../../engine/index.ts'
import { decryptWith } from './decrypt-with.ts'
import { keyAsText } from './key-as-text.ts'
import { keyPeriod } from './key-period.ts'

/** A letter in cipher, and the place of the key that it stands at, of those that letters take in turn; from 0. */
export interface LetterAtPlace {
  readonly cipher: string
  readonly plain: string
  readonly place: number
}

/** Values that a place of a key may have. */
const VALUES = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']

/**
 * The key that reads a letter as asked, all its other places left as they are, as a person writes it: for keys that begin
 * anew and are written a letter a place. Which value that is the cipher itself says.
 *
 * @returns undefined where none of its keys does, or its key is written otherwise
 */
export const keyWithLetter = (
  named: NamedKey,
  { cipher, plain, place }: LetterAtPlace,
): string | undefined => {
  const { key } = named.key
  const length = keyPeriod(named)?.places.length
  if (typeof key !== 'string' || key.length !== length) return undefined
  const at = place % length
  const probe = 'e'.repeat(at) + cipher
  for (const value of VALUES) {
    const changed = { ...named.key, key: key.slice(0, at) + value + key.slice(at + 1) } as NamedKey['key']
    if (decryptWith(probe, { cipher: named.cipher, key: changed })?.[at] !== plain) continue
    return keyAsText(named.cipher, changed)
  }
  return undefined
}
