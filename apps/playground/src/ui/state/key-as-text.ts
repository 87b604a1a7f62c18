import { everyCipher, findCipher } from '@runnel/core/ciphers'
import type { NamedKey } from '../../engine/index.ts'

/**
 * A key as a person writes it, by the cipher's own rule; empty for a cipher that is not in the list, and for a key that is
 * not complete yet.
 */
export const keyAsText = (cipher: string, key: NamedKey['key']): string => {
  if (!Object.hasOwn(everyCipher, cipher)) return ''
  try {
    return findCipher(cipher).formatKey(key)
  } catch {
    return ''
  }
}
