import type { Cipher } from '@runnel/core'
import type { NamedKey } from '../../engine/index.ts'
import { letterCipher } from './letter-cipher.ts'

/** The cipher that a key belongs to; undefined for one that is not in the list. */
const cipherOf = ({ cipher, over }: Pick<NamedKey, 'cipher' | 'over'>): Cipher<unknown> | undefined =>
  letterCipher(cipher, over)

/**
 * Reads a text that starts where the stream starts with a key, by the same ciphers as every other skin.
 *
 * @returns undefined for a cipher that is not in the list, or a key that is not complete
 */
export const decryptWith = (text: string, named: NamedKey): string | undefined => {
  if (named.cipher === 'plain' || named.cipher === 'unknown') return text
  try {
    return cipherOf(named)?.decrypt(text, named.key)
  } catch {
    return undefined
  }
}

/** Tells whether a letter is read alike wherever it stands, so that a piece can be read by itself. */
const readsPieces = (named: NamedKey): boolean => (cipherOf(named)?.phaseLength ?? 0) === 0

/** Reads `from` to before `to` of a text with a key. */
export const decryptPiece = (
  text: string,
  { from, to }: { from: number; to: number },
  key: NamedKey,
): string | undefined =>
  readsPieces(key) ? decryptWith(text.slice(from, to), key) : decryptWith(text.slice(0, to), key)?.slice(from)
