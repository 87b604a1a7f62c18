import { everyCipher, findCipher } from '@runnel/core/ciphers'
import type { NamedKey } from '../../engine/index.ts'

/** A key as a person writes it, by the cipher's own rule; empty for a cipher that is not in the list. */
export const keyAsText = (cipher: string, key: NamedKey['key']): string =>
  Object.hasOwn(everyCipher, cipher) ? findCipher(cipher).formatKey(key) : ''
