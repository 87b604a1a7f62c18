import { type Cipher, ciphers } from '@runnel/core'
import type { NamedKey } from '../key.ts'

/** Finds a cipher whose text comes out letter for letter, by its name. */
export type CipherOf = (name: string) => Cipher<unknown> | undefined

/** The ciphers that are there from the first letter on: those whose keys are listed. */
export const listedCipherOf: CipherOf = (name) =>
  Object.hasOwn(ciphers, name) ? (ciphers[name as keyof typeof ciphers]() as Cipher<unknown>) : undefined

/**
 * Text as a key reads it, by the list of ciphers: no cipher is known here by name. A key of a cipher that is not listed,
 * such as none at all, reads text as it stands, and so does one that is not complete.
 */
export const readWith = ({ cipher, key }: NamedKey, text: string, cipherOf: CipherOf): string => {
  const known = cipherOf(cipher)
  if (!known) return text
  for (const form of [key, ownKey(key)]) {
    try {
      return known.decrypt(text, form)
    } catch {
      // Not a key of this form, or one that is not complete.
    }
  }
  return text
}

/** Whether a key reads a letter alike wherever it stands. */
export const readsAlike = ({ cipher }: Pick<NamedKey, 'cipher'>, cipherOf: CipherOf): boolean =>
  (cipherOf(cipher)?.phaseLength ?? 0) === 0

/** Events tell a key that is no object as the field `key`. */
const ownKey = (key: NamedKey['key']): unknown => {
  const fields = Object.keys(key)
  return fields.length === 1 && fields[0] === 'key' ? key.key : key
}
