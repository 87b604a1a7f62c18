import { InvalidOptionError } from '../errors.ts'
import type { Cipher } from './cipher.ts'
import { defineTransposition, type Transposed } from './transposition.ts'

/**
 * The text from its end to its beginning. It has no key but whether spaces and signs move too.
 *
 * @example
 * import { createReversal } from '@runnel/core/ciphers'
 * createReversal().encrypt('Attack at dawn!', { over: 'all' }) // '!nwad ta kcattA'
 */
export const createReversal = (): Cipher<Transposed> => {
  const keyHint = 'none: reversal has no key'
  return defineTransposition<object>({
    name: 'reversal',
    keyHint,
    placesOf: () => (length) => Uint32Array.from({ length }, (_, place) => length - 1 - place),
    generateKey: () => ({}),
    parseKey(text) {
      if (['', 'none'].includes(text.trim().toLowerCase())) return {}
      throw new InvalidOptionError('key', text, keyHint)
    },
    formatKey: () => 'none',
  })
}
