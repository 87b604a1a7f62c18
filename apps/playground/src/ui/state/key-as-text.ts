import type { NamedKey } from '../../engine/index.ts'
import { letterCipher } from './letter-cipher.ts'

/**
 * A key as a person writes it, by the cipher's own rule; empty for a cipher that has but one key.
 *
 * @returns undefined for a cipher that is not in the list, and for a key that is not complete yet
 */
export const keyAsText = (cipher: string, key: NamedKey['key']): string | undefined => {
  try {
    return letterCipher(cipher)?.formatKey(key)
  } catch {
    // A word over other letters is written as it is.
    return typeof key.key === 'string' && !key.key.includes('?') ? key.key : undefined
  }
}
