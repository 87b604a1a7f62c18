import type { Alphabet, Cipher } from '@runnel/core'
import type { CandidateKey, KeySpace } from './key-space.ts'

/**
 * The key space of a cipher whose keys can be listed, all equally likely.
 *
 * @example
 * import { createCaesar } from '@runnel/core'
 * import { createDecipherer, enumerateKeys } from '@runnel/decipher'
 * const small = enumerateKeys(createCaesar(), [{ shift: 3 }, { shift: 13 }])
 */
export const enumerateKeys = <Key>(cipher: Cipher<Key>, keys: readonly Key[]): KeySpace => {
  const symbols = symbolsOf(cipher.alphabet)
  return {
    name: cipher.name,
    alphabet: cipher.alphabet,
    symbols,
    keys: keys.map((key) => ({
      cipher: cipher.name,
      key: Object.freeze({ ...key }) as CandidateKey['key'],
      prior: 1 / keys.length,
      plaintext: cipher.decrypt(symbols, key),
    })),
  }
}

/** The letters of an alphabet, and their upper case where it stands for them. */
const symbolsOf = ({ letters, indexOf }: Alphabet): string => {
  const upper = Array.from(letters, (letter) => letter.toUpperCase()).filter(
    (form) => form.length === 1 && indexOf(form.charCodeAt(0)) !== -1,
  )
  return [...new Set([...letters, ...upper])].join('')
}
