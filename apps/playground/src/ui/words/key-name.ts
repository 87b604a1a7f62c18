import type { NamedKey } from '../../engine/index.ts'

/** The name of a cipher as a person writes it: `Caesar`, and `ROT47` for names with numbers in them. */
export const cipherTitle = (cipher: string): string => {
  if (cipher === 'plain') return 'Plain text'
  if (cipher === 'unknown') return 'No key'
  return /\d/.test(cipher) ? cipher.toUpperCase() : cipher[0].toUpperCase() + cipher.slice(1)
}

/** The fields of a key in words: `shift 19`, `a 5, b 8`, `LEMON`; empty for a cipher without a key. */
export const keyWords = ({ key }: NamedKey): string =>
  Object.entries(key)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([field, value]) => (field === 'key' ? String(value) : `${field} ${value}`))
    .join(', ')

/** A cipher and its key in words: `Caesar, shift 19`. */
export const keyName = (named: NamedKey): string => {
  const words = keyWords(named)
  return words ? `${cipherTitle(named.cipher)}, ${words}` : cipherTitle(named.cipher)
}

/** A key in as few words as may be: `shift 19`, or the name of a cipher that has none. */
export const shortKeyName = (named: NamedKey): string => keyWords(named) || cipherTitle(named.cipher)
