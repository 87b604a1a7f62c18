import { cipherTitle } from '@runnel/core/ciphers'
import type { NamedKey } from '../../engine/index.ts'

/** Characters of a key that a sentence has room for: a whole alphabet stands in the cards alone. */
const MOST_IN_SENTENCE = 24

/** The fields of a key in words: `shift 19`, `a 5, b 8`, `LEMON`; empty for a cipher without a key. */
export const keyWords = ({ key }: NamedKey): string =>
  Object.entries(key)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([field, value]) => (field === 'key' ? String(value) : `${field} ${value}`))
    .join(', ')

/** A cipher and its key in words: `Caesar, shift 19`. */
export const keyName = (named: NamedKey): string => inWords(named, keyWords(named))

/** A cipher and its key as a sentence names them: a key that is too long for it is left out. */
export const saidKeyName = (named: NamedKey): string => inWords(named, saidKeyWords(named))

const saidKeyWords = (named: NamedKey): string => {
  const words = keyWords(named)
  return words.length > MOST_IN_SENTENCE ? '' : words
}

const inWords = ({ cipher }: NamedKey, words: string): string =>
  words ? `${cipherTitle(cipher)}, ${words}` : cipherTitle(cipher)

/** A key in as few words as may be: `shift 19`, or the name of a cipher that has none. */
export const shortKeyName = (named: NamedKey): string => saidKeyWords(named) || cipherTitle(named.cipher)
