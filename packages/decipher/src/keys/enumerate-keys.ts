import { type Alphabet, type Cipher, InvalidOptionError } from '@runnel/core'
import { eventKeyOf } from './event-key.ts'
import type { KeySpace } from './key-space.ts'

/**
 * The key space of some keys of a cipher, all equally likely: every key, unless they are given.
 *
 * @throws InvalidOptionError when the cipher does not list its keys, or writes a letter by where it stands
 * @example
 * import { createCaesar } from '@runnel/core'
 * import { createDecipherer, enumerateKeys } from '@runnel/decipher'
 * const small = enumerateKeys(createCaesar(), [{ shift: 3 }, { shift: 13 }])
 */
export const enumerateKeys = <Key>(
  cipher: Cipher<Key>,
  keys: readonly Key[] | undefined = cipher.listKeys?.(),
): KeySpace => {
  if (!keys) throw new InvalidOptionError('cipher', cipher.name, 'a cipher that lists its keys, or keys')
  if (cipher.phaseLength > 0) {
    throw new InvalidOptionError(
      'cipher',
      cipher.name,
      'a cipher that writes a letter alike wherever it stands',
    )
  }
  const symbols = symbolsOf(cipher.alphabet)
  return {
    name: cipher.name,
    alphabet: cipher.alphabet,
    symbols,
    keys: keys.map((key) => ({
      cipher: cipher.name,
      key: eventKeyOf(key),
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
