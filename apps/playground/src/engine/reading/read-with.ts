import type { Cipher } from '@runnel/core'
import { letterCiphers } from '@runnel/core/ciphers'
import type { NamedKey } from '../key.ts'

/**
 * Text as a key reads it, by the list of ciphers: no cipher is known here by name. A key of a cipher that is not listed,
 * such as none at all, reads text as it stands, and so does one that is not complete.
 */
export const readWith = ({ cipher, key }: NamedKey, text: string): string => {
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
export const readsAlike = ({ cipher }: Pick<NamedKey, 'cipher'>): boolean =>
  (cipherOf(cipher)?.phaseLength ?? 0) === 0

/** A cipher of the list, by its name. */
export const cipherOf = (name: string): Cipher<unknown> | undefined =>
  Object.hasOwn(letterCiphers, name) ? letterCiphers[name]() : undefined

/** Events tell a key that is no object as the field `key`. */
const ownKey = (key: NamedKey['key']): unknown => {
  const fields = Object.keys(key)
  return fields.length === 1 && fields[0] === 'key' ? key.key : key
}
